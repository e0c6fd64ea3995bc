package dev.twostep.keycloak.credential;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/** The devices that a user trusts, as their credentials; removing one ends its trust at once. */
public final class DeviceShelf {

  private final UserModel user;

  public DeviceShelf(UserModel user) {
    this.user = user;
  }

  public List<CredentialModel> all() {
    return user.credentialManager()
        .getStoredCredentialsByTypeStream(DeviceCredential.TYPE)
        .toList();
  }

  /** The ids of all of them. */
  public Set<String> ids() {
    return all().stream().map(CredentialModel::getId).collect(Collectors.toUnmodifiableSet());
  }

  public Optional<CredentialModel> find(String id) {
    return all().stream().filter(one -> one.getId().equals(id)).findFirst();
  }

  /** Adds a device under that name, with a number behind it if there is one of it; its id. */
  public String add(String device, String name, Instant now) {
    return user.credentialManager()
        .createStoredCredential(DeviceCredential.of(device, free(name), now))
        .getId();
  }

  /** Removes those of these ids that are there; anything but a device stays. */
  public void remove(List<String> ids) {
    all().stream()
        .map(CredentialModel::getId)
        .filter(ids::contains)
        .forEach(user.credentialManager()::removeStoredCredentialById);
  }

  public void removeAll() {
    remove(List.copyOf(ids()));
  }

  /** Keycloak takes no label twice, whatever the type and the case. */
  private String free(String name) {
    Set<String> taken =
        user.credentialManager()
            .getStoredCredentialsStream()
            .map(CredentialModel::getUserLabel)
            .filter(Objects::nonNull)
            .map(label -> label.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    String free = name;
    for (int number = 2; taken.contains(free.toLowerCase(Locale.ROOT)); number++) {
      free = name + " " + number;
    }
    return free;
  }
}
