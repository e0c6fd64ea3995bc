package dev.twostep.keycloak.page;

import dev.twostep.keycloak.delivery.NewsKeys;
import dev.twostep.keycloak.delivery.UtcTime;
import dev.twostep.keycloak.notice.NewsEffect;
import dev.twostep.keycloak.store.News;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.theme.Theme;

/** Renders news in the look of the login pages. */
final class NewsPage {

  private static final Map<String, String> CHANGE_PASSWORD = Map.of("kc_action", "UPDATE_PASSWORD");

  private final KeycloakSession session;
  private final RealmModel realm;

  NewsPage(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
  }

  Response show(News news, UserModel user, String token, URI own) {
    Locale locale = session.getContext().resolveLocale(user);
    News.Subject subject = news.subject();
    Map<String, Object> shown = new HashMap<>();
    shown.put("sentence", NewsKeys.sentence(subject.what(), subject.factor(), messages(locale)));
    shown.put("detail", subject.detail());
    shown.put("at", UtcTime.of(news.at(), locale));
    shown.put("answer", news.answer().orElse(""));
    shown.put("effect", NewsEffect.of(subject.what()).word());
    shown.put("token", token);
    shown.put(
        "passwordUrl",
        LoginRedirect.address(session, realm, "news/" + news.id(), CHANGE_PASSWORD).toString());
    return form(user)
        .setActionUri(own)
        .setAttribute("twostep", shown)
        .setResponseHeader("Cache-Control", "no-store")
        .createForm("twostep-news.ftl");
  }

  /** Nothing says whether another user has such news. */
  Response unknown(UserModel user) {
    return form(user).setError("twostepNewsUnknown").createErrorPage(Response.Status.NOT_FOUND);
  }

  Response expired(UserModel user, URI own) {
    return form(user)
        .setActionUri(own)
        .setError(Messages.EXPIRED_ACTION)
        .createErrorPage(Response.Status.BAD_REQUEST);
  }

  Response notSetUp() {
    return session
        .getProvider(LoginFormsProvider.class)
        .setError("twostepNewsNotSetUp")
        .createErrorPage(Response.Status.NOT_FOUND);
  }

  private LoginFormsProvider form(UserModel user) {
    return session.getProvider(LoginFormsProvider.class).setUser(user);
  }

  private Properties messages(Locale locale) {
    try {
      return session.theme().getTheme(Theme.Type.LOGIN).getEnhancedMessages(realm, locale);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
