package dev.twostep.keycloak.office;

import dev.twostep.domain.office.OfficeDevice;
import dev.twostep.domain.office.OfficeDevice.State;
import dev.twostep.keycloak.store.JpaOfficeStaff;
import dev.twostep.keycloak.store.JpaOffices;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Instant;
import java.util.List;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Tells administrators that a device's owner left: the device goes on, for the office works with
 * it, and nobody takes it over by themselves.
 */
final class OwnerAlert {

  static final String CODE = "office-device-owner";

  private final KeycloakSession session;
  private final RealmModel realm;

  OwnerAlert(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /**
   * Tells it once the change is committed.
   *
   * @param what became of the owner
   */
  void tell(String user, String what) {
    Instant now = Twostep.of(session).clock().instant();
    List<OfficeDevice> open =
        new JpaOfficeStaff(session, realm)
            .ownedBy(user).stream()
                .filter(
                    one -> one.stateAt(now) == State.ACTIVE || one.stateAt(now) == State.INVITED)
                .toList();
    for (OfficeDevice device : open) {
      String office =
          new JpaOffices(session, realm).find(device.office()).map(one -> one.name()).orElse("");
      afterCommit(
          device.id(),
          "office "
              + office
              + ": the owner of device "
              + device.label()
              + " "
              + what
              + "; the device goes on opening accounts until you revoke it");
    }
  }

  private void afterCommit(String device, String text) {
    String id = realm.getId();
    var alerts = Twostep.of(session).limits().alerts();
    session
        .getTransactionManager()
        .enlistAfterCompletion(
            new AbstractKeycloakTransaction() {
              @Override
              protected void commitImpl() {
                alerts.raise(id, CODE, device, text);
              }

              @Override
              protected void rollbackImpl() {
                // Nobody left.
              }
            });
  }
}
