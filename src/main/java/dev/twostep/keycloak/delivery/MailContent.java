package dev.twostep.keycloak.delivery;

import dev.twostep.application.delivery.Message;
import dev.twostep.application.delivery.Notice;
import dev.twostep.domain.code.Challenge;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What one kind of e-mail shows.
 *
 * @param subject the message key of its subject, whose arguments are {@code named}
 * @param template the file's name below {@code html} and {@code text}
 */
record MailContent(String subject, List<Object> named, String template, Map<String, Object> shown) {

  static MailContent of(Message message, String realm, Properties messages) {
    if (message instanceof Notice notice) {
      return of(notice, realm, messages);
    }
    return of((Message.Code) message, realm);
  }

  private static MailContent of(Message.Code message, String realm) {
    String code = message.digits().digits();
    String host = message.address().host();
    Map<String, Object> shown = common(realm);
    shown.put("code", code);
    shown.put("minutes", Challenge.LIFE.toMinutes());
    shown.put("host", host);
    shown.put("originLine", "@" + host + " #" + code);
    return new MailContent("twostepEmailSubject", List.of(realm, code), "twostep-code.ftl", shown);
  }

  private static MailContent of(Notice notice, String realm, Properties messages) {
    Notice.Story story = notice.story();
    Locale locale = notice.address().locale();
    Map<String, Object> shown = common(realm);
    shown.put("sentence", NewsKeys.sentence(story.what(), story.factor(), messages));
    shown.put("detail", story.detail());
    shown.put("at", UtcTime.of(story.at(), locale));
    shown.put("link", notice.link());
    if (NewsKeys.isOfPortal(story.factor())) {
      return new MailContent("twostepPortalSubject", List.of(realm), "twostep-portal.ftl", shown);
    }
    return NewsKeys.isOfAppPassword(story.factor())
        ? new MailContent(
            "twostepAppPasswordSubject", List.of(realm), "twostep-app-password.ftl", shown)
        : new MailContent("twostepNewsSubject", List.of(realm), "twostep-news.ftl", shown);
  }

  private static Map<String, Object> common(String realm) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("organization", realm);
    shown.put("realmName", realm);
    shown.put("ltr", true);
    return shown;
  }

  @Override
  public String toString() {
    return "MailContent[" + template + "]";
  }
}
