package dev.twostep.keycloak.delivery;

import dev.twostep.application.delivery.Carrier;
import dev.twostep.application.delivery.Message;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.factor.FactorKind;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Words a message inside a short Keycloak session, closes that, and only then calls the channel: no
 * database connection waits for a gateway.
 */
public final class ThemedCarrier implements Carrier {

  private final KeycloakSessionFactory sessions;

  public ThemedCarrier(KeycloakSessionFactory sessions) {
    this.sessions = sessions;
  }

  @Override
  public Delivery carry(Message message) {
    return KeycloakModelUtils.<Prepared>runJobInTransactionWithResult(
            sessions, session -> prepare(session, message))
        .ship();
  }

  private Prepared prepare(KeycloakSession session, Message message) {
    RealmModel realm = session.realms().getRealm(message.realm());
    if (realm == null) {
      return () -> new Delivery.Rejected("the realm is gone");
    }
    session.getContext().setRealm(realm);
    return message.address().channel() == FactorKind.EMAIL
        ? new MailWording(session, realm).prepare(message)
        : new SmsWording(session, realm)
            .prepare(message, new RealmGateways(session, realm).of(GatewaySettings.FIRST));
  }
}
