package dev.twostep.keycloak.delivery;

import dev.twostep.application.delivery.Message;
import dev.twostep.application.delivery.Notice;
import dev.twostep.application.delivery.TextMessage;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.delivery.Origin;
import dev.twostep.domain.delivery.SmsText;
import dev.twostep.domain.delivery.TextPattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** Words an SMS from the theme's messages, in its reader's language. */
final class SmsWording {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final ThemeTexts texts;
  private final Optional<URI> base;

  /**
   * @param base of the server's addresses, as whoever asked for the message saw them
   */
  SmsWording(KeycloakSession session, RealmModel realm, ThemeTexts texts, Optional<URI> base) {
    this.session = session;
    this.realm = realm;
    this.texts = texts;
    this.base = base;
  }

  TextMessage.Words words(Message message) {
    return new TextMessage.Words(text(message).text(), spoken(message), message.address().locale());
  }

  private SmsText text(Message message) {
    if (message instanceof Message.Link link) {
      return link(link);
    }
    return message instanceof Message.Code code ? code(code) : news((Notice) message);
  }

  /** Without a word of whose it is: whoever gets it by mistake learns nothing. */
  private SmsText link(Message.Link message) {
    Locale locale = message.address().locale();
    MessageFormat words =
        new MessageFormat(messages(locale).getProperty("twostepSmsPortalLink", "{0}"), locale);
    return SmsText.linked(
        name -> words.format(new Object[] {name, PhoneLink.MINUTES}),
        RealmNames.of(realm),
        PhoneLink.url(base.orElseThrow(), realm, message.secret()));
  }

  private SmsText code(Message.Code message) {
    Locale locale = message.address().locale();
    String pattern =
        new Wording(theme(), messages(locale), locale).pattern(TextPattern.Use.SMS, "{1}");
    MessageFormat words = new MessageFormat(pattern, locale);
    String digits = message.digits().digits();
    String minutes = Long.toString(Challenge.LIFE.toMinutes());
    return SmsText.compose(
        name -> words.format(new Object[] {name, digits, minutes}),
        RealmNames.of(realm),
        new Origin(message.address().host(), digits));
  }

  private String spoken(Message message) {
    Locale locale = message.address().locale();
    if (message instanceof Message.Code code) {
      String pattern =
          new Wording(theme(), messages(locale), locale).pattern(TextPattern.Use.VOICE, "{1}");
      return spoken(pattern, oneByOne(code.digits().digits()));
    }
    Properties texts = messages(locale);
    if (message instanceof Message.Link) {
      return spoken(texts.getProperty("twostepVoicePortal", "{0}"), "");
    }
    Notice.Story story = ((Notice) message).story();
    String key = NewsKeys.sentence(story.what(), story.factor(), texts);
    return spoken(texts.getProperty("twostepVoiceNews", "{1}"), texts.getProperty(key, ""));
  }

  private String spoken(String pattern, String what) {
    String minutes = Long.toString(Challenge.LIFE.toMinutes());
    return new MessageFormat(pattern).format(new Object[] {RealmNames.of(realm), what, minutes});
  }

  /** A voice would read six digits as a number of hundreds of thousands. */
  private static String oneByOne(String digits) {
    return digits.chars().mapToObj(Character::toString).collect(Collectors.joining(", "));
  }

  /** No detail: the mask of an address is outside the alphabet of a cheap SMS. */
  private SmsText news(Notice notice) {
    Locale locale = notice.address().locale();
    Properties messages = messages(locale);
    Notice.Story story = notice.story();
    String sentence =
        messages.getProperty(NewsKeys.sentence(story.what(), story.factor(), messages), "");
    MessageFormat words =
        new MessageFormat(messages.getProperty(pattern(story), "{0}: {1}"), locale);
    return SmsText.linked(
        name -> words.format(new Object[] {name, sentence}), RealmNames.of(realm), notice.link());
  }

  private static String pattern(Notice.Story story) {
    if (NewsKeys.isOfPortal(story.factor())) {
      return "twostepSmsPortal";
    }
    return NewsKeys.isOfAppPassword(story.factor()) ? "twostepSmsAppPassword" : "twostepSmsNews";
  }

  private Properties messages(Locale locale) {
    return texts.of(theme(), realm, locale);
  }

  private Theme theme() {
    try {
      return session.theme().getTheme(Theme.Type.LOGIN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
