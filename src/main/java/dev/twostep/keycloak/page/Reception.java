package dev.twostep.keycloak.page;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Receives visitors at one of our pages: sends them to log in, and lets nobody act for others. */
final class Reception {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final String path;

  /**
   * @param path of the page below {@code /realms/{realm}/twostep/}
   */
  Reception(KeycloakSession session, String path) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.path = path;
  }

  /** Whoever is logged in. */
  Response receive(Function<Visit, Response> then) {
    return new Entrance(session).closed().orElseGet(() -> entered(then));
  }

  /** The same after the second step that policy asks for, however they logged in before. */
  Response receiveProven(Function<Visit, Response> then) {
    return receive(
        visit -> isOwed(visit) ? throughLogin(Map.of("prompt", "login")) : then.apply(visit));
  }

  private Response entered(Function<Visit, Response> then) {
    Notice notice = new Notice(session);
    Optional<Visit> visit = Visit.of(session);
    if (visit.isEmpty()) {
      return query("error") == null ? throughLogin(Map.of()) : notice.page("NoLogin");
    }
    return visit.get().isImpersonated() ? notice.page("Impersonated") : then.apply(visit.get());
  }

  private boolean isOwed(Visit visit) {
    ClientModel client = realm.getClientByClientId(LoginRedirect.CLIENT);
    return client != null && new OwedProof(session).isOwed(visit.login(), client);
  }

  Response throughLogin(Map<String, String> extra) {
    return LoginRedirect.to(session, realm, path, extra);
  }

  @Nullable String query(String name) {
    return session.getContext().getUri().getQueryParameters().getFirst(name);
  }
}
