package dev.twostep.keycloak.page;

import dev.twostep.application.challenge.Account;
import dev.twostep.keycloak.notice.Disowned;
import dev.twostep.keycloak.store.JpaNews;
import dev.twostep.keycloak.store.News;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
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
    return asOwner((login, news) -> page.show(news, login.user(), stateChecker(), own()));
  }

  /** One of its two buttons. */
  @POST
  public Response answer() {
    return asOwner(this::answer);
  }

  private Response answer(AuthResult login, News news) {
    if (!FormToken.isRight(stateChecker(), field("stateChecker"))) {
      return page.expired(login.user(), own());
    }
    String answer = field("twostepAction");
    boolean disowned = news.answer().filter(NOT_MINE::equals).isPresent();
    if (!disowned && (answer.equals(MINE) || answer.equals(NOT_MINE))) {
      if (answer.equals(NOT_MINE)) {
        new Disowned(session, login.session()).act(news);
      }
      var now = Twostep.of(session).clock().instant();
      new JpaNews(session).answer(account(login), id, answer, now);
    }
    return Response.seeOther(own()).build();
  }

  private Response asOwner(BiFunction<AuthResult, News, Response> work) {
    LoginRedirect redirect = new LoginRedirect(session);
    Optional<ClientModel> client = redirect.client();
    if (client.isEmpty()) {
      return page.notSetUp();
    }
    AuthResult login = new AppAuthManager().authenticateIdentityCookie(session, realm);
    if (login == null) {
      return redirect.to(own());
    }
    Optional<News> news = new JpaNews(session).find(account(login), id);
    if (news.isEmpty()) {
      return page.unknown(login.user());
    }
    return new OwedProof(session).isOwed(login.session(), client.get())
        ? redirect.afresh(own())
        : work.apply(login, news.get());
  }

  private Account account(AuthResult login) {
    return new Account(realm.getId(), login.user().getId());
  }

  /** This page without the parameters that a login comes back with. */
  private URI own() {
    return session.getContext().getUri().getAbsolutePath();
  }

  private @Nullable String stateChecker() {
    return session.getAttribute("state_checker", String.class);
  }

  private String field(String name) {
    String value = session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(name);
    return value == null ? "" : value;
  }
}
