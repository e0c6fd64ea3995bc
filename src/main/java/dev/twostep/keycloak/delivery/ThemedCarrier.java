package dev.twostep.keycloak.delivery;

import dev.twostep.application.delivery.Carrier;
import dev.twostep.application.delivery.Message;
import dev.twostep.application.delivery.Worded;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.factor.FactorKind;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Words messages inside a short Keycloak session that is closed before the channel is called: no
 * database connection waits for a gateway.
 */
public final class ThemedCarrier implements Carrier {

  private final KeycloakSessionFactory sessions;
  private final ThemeTexts texts = new ThemeTexts();

  public ThemedCarrier(KeycloakSessionFactory sessions) {
    this.sessions = sessions;
  }

  @Override
  public Worded word(Message message, Heading heading) {
    return KeycloakModelUtils.<Worded>runJobInTransactionWithResult(
        sessions, session -> word(session, message, heading));
  }

  private Worded word(KeycloakSession session, Message message, Heading heading) {
    RealmModel realm = session.realms().getRealm(message.realm());
    if (realm == null) {
      return new Worded.Nowhere(new Delivery.Rejected("the realm is gone"));
    }
    session.getContext().setRealm(realm);
    return message.address().channel() == FactorKind.EMAIL
        ? new MailWording(session, realm, texts).word(message)
        : new SmsWays(session, realm, texts).word(message, heading);
  }
}
