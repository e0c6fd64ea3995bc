package dev.twostep.keycloak.delivery;

import dev.twostep.application.delivery.Letter;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.code.OneTimeCode;
import dev.twostep.domain.delivery.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.MessageFormatterMethod;
import org.keycloak.theme.freemarker.FreeMarkerProvider;

/**
 * Words an e-mail from the theme's templates. Keycloak's own template provider words and sends in
 * one go, inside the caller's session; here the two are apart.
 */
final class MailWording {

  private static final String TEMPLATE = "twostep-code.ftl";

  private final KeycloakSession session;
  private final RealmModel realm;

  MailWording(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  private record Mail(String subject, String text, String html) {
    @Override
    public String toString() {
      return "Mail[******]";
    }
  }

  Prepared prepare(Letter letter, OneTimeCode code) {
    Map<String, String> smtp = Map.copyOf(realm.getSmtpConfig());
    if (!smtp.containsKey("host") || !smtp.containsKey("from")) {
      return () -> new Delivery.Rejected("the realm has no SMTP server");
    }
    Mail mail = word(letter, code);
    KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
    return () -> send(sessions, smtp, letter.address().to(), mail);
  }

  /** The sender needs a session for its trust store, but never asks the database for anything. */
  private static Delivery send(
      KeycloakSessionFactory sessions, Map<String, String> smtp, String to, Mail mail) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        sessions,
        own -> {
          try {
            own.getProvider(EmailSenderProvider.class)
                .send(smtp, to, mail.subject(), mail.text(), mail.html());
            return new Delivery.Delivered(java.util.Optional.empty());
          } catch (EmailException e) {
            return new Delivery.Unavailable("SMTP: " + e.getClass().getSimpleName());
          }
        });
  }

  private Mail word(Letter letter, OneTimeCode code) {
    Locale locale = letter.address().locale();
    try {
      Theme theme = session.theme().getTheme(Theme.Type.EMAIL);
      Properties messages = theme.getEnhancedMessages(realm, locale);
      String pattern = messages.getProperty("twostepEmailSubject", "{0}");
      Object[] arguments = {RealmNames.of(realm), code.digits()};
      String subject = new MessageFormat(pattern, locale).format(arguments);
      Map<String, Object> shown = shown(letter, code);
      shown.put("msg", new MessageFormatterMethod(locale, messages));
      shown.put("locale", locale);
      shown.put("properties", theme.getProperties());
      shown.put("subject", subject);
      FreeMarkerProvider templates = session.getProvider(FreeMarkerProvider.class);
      return new Mail(
          subject.replaceAll("\\p{Cntrl}", " "),
          templates.processTemplate(shown, "text/" + TEMPLATE, theme),
          templates.processTemplate(shown, "html/" + TEMPLATE, theme));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FreeMarkerException e) {
      throw new IllegalStateException("the e-mail template cannot be rendered", e);
    }
  }

  private Map<String, Object> shown(Letter letter, OneTimeCode code) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("code", code.digits());
    shown.put("minutes", Challenge.LIFE.toMinutes());
    shown.put("organization", RealmNames.of(realm));
    shown.put("realmName", RealmNames.of(realm));
    shown.put("host", letter.address().host());
    shown.put("originLine", "@" + letter.address().host() + " #" + code.digits());
    shown.put("ltr", true);
    return shown;
  }
}
