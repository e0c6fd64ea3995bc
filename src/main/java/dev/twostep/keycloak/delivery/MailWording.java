package dev.twostep.keycloak.delivery;

import dev.twostep.application.delivery.Message;
import dev.twostep.application.delivery.Way;
import dev.twostep.application.delivery.Worded;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.delivery.TextPattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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

  private final KeycloakSession session;
  private final RealmModel realm;
  private final ThemeTexts texts;

  MailWording(KeycloakSession session, RealmModel realm, ThemeTexts texts) {
    this.texts = texts;
    this.session = session;
    this.realm = realm;
  }

  private record Mail(String subject, String text, String html) {
    @Override
    public String toString() {
      return "Mail[******]";
    }
  }

  /** The realm's SMTP server, and the mail that it is handed. */
  private record MailWay(
      KeycloakSessionFactory sessions, Map<String, String> smtp, String to, Mail mail)
      implements Way {

    @Override
    public String gateway() {
      return "smtp";
    }

    @Override
    public CompletionStage<Delivery> send(String attempt) {
      return CompletableFuture.completedStage(MailWording.send(this));
    }

    @Override
    public String toString() {
      return "MailWay[******]";
    }
  }

  Worded word(Message message) {
    Map<String, String> smtp = Map.copyOf(realm.getSmtpConfig());
    if (!smtp.containsKey("host") || !smtp.containsKey("from")) {
      return new Worded.Nowhere(new Delivery.Rejected("the realm has no SMTP server"));
    }
    return new Worded.Ways(
        List.of(
            new MailWay(
                session.getKeycloakSessionFactory(), smtp, message.address().to(), mail(message))));
  }

  /** The sender needs a session for its trust store, but never asks the database for anything. */
  private static Delivery send(MailWay way) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        way.sessions(),
        own -> {
          try {
            Mail mail = way.mail();
            own.getProvider(EmailSenderProvider.class)
                .send(way.smtp(), way.to(), mail.subject(), mail.text(), mail.html());
            return new Delivery.Delivered(Optional.empty());
          } catch (EmailException e) {
            return new Delivery.Unavailable("SMTP: " + e.getClass().getSimpleName());
          }
        });
  }

  private static String subject(
      Theme theme, Properties messages, Message message, MailContent content) {
    return message instanceof Message.Code
        ? new Wording(theme, messages, message.address().locale())
            .pattern(TextPattern.Use.EMAIL_SUBJECT, "{0}")
        : messages.getProperty(content.subject(), "{0}");
  }

  private Mail mail(Message message) {
    Locale locale = message.address().locale();
    try {
      Theme theme = session.theme().getTheme(Theme.Type.EMAIL);
      Properties messages = texts.of(theme, realm, locale);
      MailContent content = MailContent.of(message, RealmNames.of(realm), messages);
      String pattern = subject(theme, messages, message, content);
      String subject = new MessageFormat(pattern, locale).format(content.named().toArray());
      Map<String, Object> shown = content.shown();
      shown.put("msg", new MessageFormatterMethod(locale, messages));
      shown.put("locale", locale);
      shown.put("properties", theme.getProperties());
      shown.put("subject", subject);
      FreeMarkerProvider templates = session.getProvider(FreeMarkerProvider.class);
      return new Mail(
          subject.replaceAll("\\p{Cntrl}", " "),
          templates.processTemplate(shown, "text/" + content.template(), theme),
          templates.processTemplate(shown, "html/" + content.template(), theme));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FreeMarkerException e) {
      throw new IllegalStateException("the e-mail template cannot be rendered", e);
    }
  }
}
