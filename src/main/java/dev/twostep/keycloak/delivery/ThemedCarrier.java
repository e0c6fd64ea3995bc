package dev.twostep.keycloak.delivery;

import dev.twostep.application.delivery.Carrier;
import dev.twostep.application.delivery.Letter;
import dev.twostep.domain.code.OneTimeCode;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.factor.FactorKind;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Words a letter inside a short Keycloak session, closes that, and only then calls the channel: no
 * database connection waits for a gateway.
 */
public final class ThemedCarrier implements Carrier {

  private final KeycloakSessionFactory sessions;
  private final RealmGateways gateways;

  public ThemedCarrier(KeycloakSessionFactory sessions, RealmGateways gateways) {
    this.sessions = sessions;
    this.gateways = gateways;
  }

  @Override
  public Delivery carry(Letter letter, OneTimeCode code) {
    return KeycloakModelUtils.<Prepared>runJobInTransactionWithResult(
            sessions, session -> prepare(session, letter, code))
        .ship();
  }

  private Prepared prepare(KeycloakSession session, Letter letter, OneTimeCode code) {
    RealmModel realm = session.realms().getRealm(letter.subject().realm());
    if (realm == null) {
      return () -> new Delivery.Rejected("the realm is gone");
    }
    session.getContext().setRealm(realm);
    return letter.address().channel() == FactorKind.EMAIL
        ? new MailWording(session, realm).prepare(letter, code)
        : new SmsWording(session, realm).prepare(letter, code, gateways.of(session, realm));
  }
}
