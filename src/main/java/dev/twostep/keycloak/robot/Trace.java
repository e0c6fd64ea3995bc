package dev.twostep.keycloak.robot;

import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Puts on record that a client was sent away: somebody may try what its secret is good for. */
record Trace(KeycloakSession session, RealmModel realm, ClientModel client) {

  private static final Logger LOG = Logger.getLogger(Trace.class);

  private static final Set<Integer> TOLD = Set.of(401, 403, 404);

  /** Does the work; a refusal goes on to the client. */
  <T> T of(Supplier<T> work) {
    try {
      return work.get();
    } catch (WebApplicationException refused) {
      leave(refused.getResponse());
      throw refused;
    }
  }

  private void leave(Response answer) {
    if (!TOLD.contains(answer.getStatus())) {
      return;
    }
    String reason = Refusal.reason(answer);
    LOG.debugf(
        "client %s of realm %s got no code: %d %s",
        client.getId(), realm.getName(), answer.getStatus(), reason);
    Twostep twostep = Twostep.of(session);
    if (twostep.robotDesk().marks().isDue(client.getId(), reason, twostep.clock().instant())) {
      // Stored by itself: the refusal takes back whatever else this request wrote.
      new EventBuilder(realm, session, session.getContext().getConnection())
          .event(EventType.CLIENT_LOGIN)
          .client(client)
          .storeImmediately(true)
          .error(reason);
    }
  }
}
