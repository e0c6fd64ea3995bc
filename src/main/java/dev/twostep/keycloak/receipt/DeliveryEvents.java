package dev.twostep.keycloak.receipt;

import dev.twostep.application.delivery.LetterNews;
import dev.twostep.application.delivery.LetterState;
import dev.twostep.keycloak.store.FailedLetter;
import java.util.Locale;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Tells of messages that did not arrive in the user's events; the codes never change. */
public final class DeliveryEvents implements LetterNews {

  public static final String CHANNEL = "twostep_channel";
  public static final String GATEWAY = "twostep_gateway";
  public static final String REASON = "twostep_reason";
  public static final String MESSAGE = "twostep_message";

  private static final String ERROR = "twostep_message_";

  private final KeycloakSessionFactory sessions;

  public DeliveryEvents(KeycloakSessionFactory sessions) {
    this.sessions = sessions;
  }

  /** The error of the event; {@code twostep_message_failed} for example. */
  public static String errorOf(LetterState state) {
    return ERROR + state.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void ended(String letter, LetterState state, String reason) {
    KeycloakModelUtils.runJobInTransaction(
        sessions,
        session -> {
          var em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
          FailedLetter.find(em, letter)
              .ifPresent(failed -> tell(session, failed, new Told(letter, errorOf(state), reason)));
        });
  }

  private record Told(String letter, String error, String reason) {}

  private static void tell(KeycloakSession session, FailedLetter failed, Told told) {
    RealmModel realm = session.realms().getRealm(failed.realm());
    if (realm == null) {
      return;
    }
    session.getContext().setRealm(realm);
    EventBuilder event =
        new EventBuilder(realm, session)
            .event(EventType.CUSTOM_REQUIRED_ACTION_ERROR)
            .user(failed.user())
            .detail(MESSAGE, told.letter())
            .detail(CHANNEL, failed.channel().word())
            .detail(REASON, told.reason());
    if (!failed.gateway().isEmpty()) {
      event.detail(GATEWAY, failed.gateway());
    }
    event.error(told.error());
  }
}
