package dev.twostep.keycloak.page;

import dev.twostep.keycloak.policy.TwostepRealms;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether a page of ours may be shown in this realm and over this connection at all. */
record Entrance(KeycloakSession session) {

  /** Why not; empty if it may. */
  Optional<Response> closed() {
    RealmModel realm = session.getContext().getRealm();
    Notice notice = new Notice(session);
    if (!TwostepRealms.isSetUp(realm)) {
      return Optional.of(
          notice.plain(Response.Status.NOT_FOUND, "Twostep is not set up in this realm."));
    }
    boolean open = session.getContext().getUri().getBaseUri().getScheme().equals("http");
    return open && realm.getSslRequired().isRequired(session.getContext().getConnection())
        ? Optional.of(notice.plain(Response.Status.FORBIDDEN, "HTTPS is required."))
        : Optional.empty();
  }
}
