package dev.twostep.keycloak.office;

import dev.twostep.domain.office.OfficeDevice;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The employee that a device names, as they are now.
 *
 * @param userName empty where there is nobody, or nobody any more
 */
public record DeviceOwner(State state, Optional<String> userName) {

  /** The lower-case word is what lists show. */
  public enum State {
    NONE("none"),
    ACTIVE("active"),
    DISABLED("disabled"),
    GONE("gone");

    private final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  static DeviceOwner of(KeycloakSession session, RealmModel realm, OfficeDevice device) {
    if (device.owner().isEmpty()) {
      return new DeviceOwner(State.NONE, Optional.empty());
    }
    UserModel user = session.users().getUserById(realm, device.owner().get());
    if (user == null) {
      return new DeviceOwner(State.GONE, Optional.empty());
    }
    return new DeviceOwner(
        user.isEnabled() ? State.ACTIVE : State.DISABLED, Optional.of(user.getUsername()));
  }
}
