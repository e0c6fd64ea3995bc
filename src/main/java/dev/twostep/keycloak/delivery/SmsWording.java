package dev.twostep.keycloak.delivery;

import dev.twostep.application.delivery.Message;
import dev.twostep.application.delivery.Notice;
import dev.twostep.application.delivery.TextMessage;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.delivery.Origin;
import dev.twostep.domain.delivery.SmsText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** Words an SMS from the theme's messages, in its reader's language. */
final class SmsWording {

  private final KeycloakSession session;
  private final RealmModel realm;

  SmsWording(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  TextMessage.Words words(Message message) {
    Locale locale = message.address().locale();
    if (message instanceof Message.Code code) {
      return new TextMessage.Words(code(code).text(), spoken(code), locale);
    }
    String text = news((Notice) message).text();
    return new TextMessage.Words(text, text, locale);
  }

  /** Digit by digit, so that no voice makes a number of them. */
  private String spoken(Message.Code message) {
    Locale locale = message.address().locale();
    String digits = String.join(", ", message.digits().digits().split(""));
    return new MessageFormat(messages(locale).getProperty("twostepVoiceCode", "{1}. {1}."), locale)
        .format(new Object[] {RealmNames.of(realm), digits});
  }

  private SmsText code(Message.Code message) {
    Locale locale = message.address().locale();
    String pattern = messages(locale).getProperty("twostepSmsCode", "{1}");
    MessageFormat words = new MessageFormat(pattern, locale);
    String digits = message.digits().digits();
    String minutes = Long.toString(Challenge.LIFE.toMinutes());
    return SmsText.compose(
        name -> words.format(new Object[] {name, digits, minutes}),
        RealmNames.of(realm),
        new Origin(message.address().host(), digits));
  }

  /** No detail: the mask of an address is outside the alphabet of a cheap SMS. */
  private SmsText news(Notice notice) {
    Locale locale = notice.address().locale();
    Properties messages = messages(locale);
    Notice.Story story = notice.story();
    String sentence =
        messages.getProperty(NewsKeys.sentence(story.what(), story.factor(), messages), "");
    MessageFormat words =
        new MessageFormat(messages.getProperty("twostepSmsNews", "{0}: {1}"), locale);
    return SmsText.linked(
        name -> words.format(new Object[] {name, sentence}), RealmNames.of(realm), notice.link());
  }

  private Properties messages(Locale locale) {
    try {
      return session.theme().getTheme(Theme.Type.LOGIN).getEnhancedMessages(realm, locale);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
