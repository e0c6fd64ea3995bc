package dev.twostep.keycloak.page;

import dev.twostep.application.challenge.Account;
import dev.twostep.keycloak.notice.AppPasswordNews;
import dev.twostep.keycloak.notice.Disowned;
import dev.twostep.keycloak.notice.PortalNews;
import dev.twostep.keycloak.store.JpaNews;
import dev.twostep.keycloak.store.News;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.util.LocaleUtil;

/**
 * {@code news/{id}}: what changed, and whether it was the user. Opening it changes nothing; only
 * the user themselves sees it, after a login with the second step that policy asks for.
 */
public final class NewsResource {

  static final String MINE = "mine";
  static final String NOT_MINE = "not-mine";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final String id;
  private final NewsPage page;

  NewsResource(KeycloakSession session, String id) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.id = id;
    this.page = new NewsPage(session);
  }

  /** The page. */
  @GET
  public Response show() {
    LocaleUtil.processLocaleParam(session, realm, null);
    return asOwner((visit, news) -> page.show(news, visit.user(), visit.token(), own()));
  }

  /** One of its two buttons. */
  @POST
  public Response answer() {
    return asOwner(this::answer);
  }

  private Response answer(Visit visit, News news) {
    if (!visit.holds(field("stateChecker"))) {
      return page.expired(visit.user(), own());
    }
    String answer = field("twostepAction");
    boolean disowned = news.answer().filter(NOT_MINE::equals).isPresent();
    if (!disowned && (answer.equals(MINE) || answer.equals(NOT_MINE))) {
      if (answer.equals(NOT_MINE)) {
        new Disowned(session, visit.login()).act(news);
      }
      var now = Twostep.of(session).clock().instant();
      new JpaNews(session).answer(account(visit), id, answer, now);
    }
    return Response.seeOther(own()).build();
  }

  private Response asOwner(BiFunction<Visit, News, Response> work) {
    Optional<ClientModel> client =
        Optional.ofNullable(realm.getClientByClientId(LoginRedirect.CLIENT))
            .filter(ClientModel::isEnabled);
    if (client.isEmpty()) {
      return page.notSetUp();
    }
    Optional<Visit> visit = Visit.of(session);
    if (visit.isEmpty()) {
      return throughLogin(Map.of());
    }
    Optional<News> news =
        new JpaNews(session)
            .find(account(visit.get()), id)
            .filter(found -> !found.subject().factor().equals(AppPasswordNews.KIND))
            .filter(found -> !found.subject().factor().equals(PortalNews.KIND));
    if (news.isEmpty() || visit.get().isImpersonated()) {
      return page.unknown(visit.get().user());
    }
    return new OwedProof(session).isOwed(visit.get().login(), client.get())
        ? throughLogin(Map.of("prompt", "login"))
        : work.apply(visit.get(), news.get());
  }

  private Response throughLogin(Map<String, String> extra) {
    return LoginRedirect.to(session, realm, "news/" + id, extra);
  }

  private Account account(Visit visit) {
    return new Account(realm.getId(), visit.user().getId());
  }

  /** This page without the parameters that a login comes back with. */
  private URI own() {
    return session.getContext().getUri().getAbsolutePath();
  }

  private String field(String name) {
    String value = session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(name);
    return value == null ? "" : value;
  }
}
