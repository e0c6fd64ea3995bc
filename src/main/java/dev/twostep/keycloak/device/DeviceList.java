package dev.twostep.keycloak.device;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.device.DeviceDesk;
import dev.twostep.domain.device.Device;
import dev.twostep.domain.device.Standing;
import dev.twostep.keycloak.credential.CredentialPrint;
import dev.twostep.keycloak.credential.DeviceShelf;
import dev.twostep.keycloak.wiring.Twostep;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** All devices that a user trusts, to be looked at and taken back. */
public final class DeviceList {

  /** A live device and the name under which the user sees it. */
  public record Listed(Device device, String name) {

    public String credential() {
      return device.made().credential();
    }
  }

  private final KeycloakSession session;
  private final RealmModel realm;
  private final UserModel user;
  private final DeviceShelf shelf;

  public DeviceList(KeycloakSession session, RealmModel realm, UserModel user) {
    this.session = session;
    this.realm = realm;
    this.user = user;
    this.shelf = new DeviceShelf(user);
  }

  /** Those that still count, the oldest first; how long they do is for policy to say. */
  public List<Listed> all() {
    if (shelf.ids().isEmpty()) {
      return List.of();
    }
    Standing today = new Standing(CredentialPrint.of(user), shelf.ids(), Epoch.of(realm));
    return desk().map(desk -> desk.known().all(account())).orElseGet(List::of).stream()
        .filter(device -> device.standsIn(today))
        .map(device -> new Listed(device, name(device)))
        .toList();
  }

  /** False if there is no such device. */
  public boolean forget(String credential) {
    if (shelf.find(credential).isEmpty()) {
      return false;
    }
    shelf.remove(List.of(credential));
    desk()
        .ifPresent(
            desk -> desk.forget().forget(account(), d -> d.made().credential().equals(credential)));
    return true;
  }

  /** Answers how many there were. */
  public int forgetAll() {
    List<String> ids = List.copyOf(shelf.ids());
    shelf.remove(ids);
    desk().ifPresent(desk -> desk.forget().forget(account(), device -> true));
    return ids.size();
  }

  /** Takes those off the list that a changed password or factor has ended. */
  void forgetDead() {
    if (shelf.ids().isEmpty()) {
      return;
    }
    List<String> live = all().stream().map(Listed::credential).toList();
    shelf.remove(shelf.ids().stream().filter(id -> !live.contains(id)).toList());
  }

  private String name(Device device) {
    return shelf
        .find(device.made().credential())
        .map(CredentialModel::getUserLabel)
        .map(label -> Objects.requireNonNullElse(label, ""))
        .orElse("");
  }

  private Optional<DeviceDesk> desk() {
    return Twostep.of(session).devices();
  }

  private Account account() {
    return new Account(realm.getId(), user.getId());
  }
}
