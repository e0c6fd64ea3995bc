package dev.twostep.keycloak.page;

import dev.twostep.keycloak.office.EnrolmentLink;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Lets nobody set up a device that is meant for another user. */
final class EnrolOwner {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final EnrolCookie cookie;
  private final EnrolPage page;

  EnrolOwner(KeycloakSession session, EnrolCookie cookie, EnrolPage page) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.cookie = cookie;
    this.page = page;
  }

  /** What a browser gets in which somebody else, or nobody, is signed in; empty for the owner. */
  Optional<Response> stopped(String owner, EnrolmentLink link) {
    Optional<Visit> visit = Visit.of(session);
    if (visit.isEmpty()) {
      boolean tried = session.getContext().getUri().getQueryParameters().containsKey("error");
      return Optional.of(
          tried ? new Notice(session).page("NoLogin") : throughLogin(link, Map.of()));
    }
    if (visit.get().isImpersonated() || !visit.get().user().getId().equals(owner)) {
      return Optional.of(page.closed("stranger", Response.Status.FORBIDDEN));
    }
    ClientModel client = realm.getClientByClientId(LoginRedirect.CLIENT);
    return client != null && new OwedProof(session).isOwed(visit.get().login(), client)
        ? Optional.of(throughLogin(link, Map.of("prompt", "login")))
        : Optional.empty();
  }

  /** The login's address, which logs and events keep, names the device only. */
  private Response throughLogin(EnrolmentLink link, Map<String, String> extra) {
    cookie.keepLink(link.secret());
    return LoginRedirect.to(session, realm, "enrol/" + link.device(), extra);
  }
}
