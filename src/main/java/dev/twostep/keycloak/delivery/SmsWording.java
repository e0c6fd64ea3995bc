package dev.twostep.keycloak.delivery;

import dev.twostep.application.delivery.Gateway;
import dev.twostep.application.delivery.Letter;
import dev.twostep.application.delivery.TextMessage;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.code.OneTimeCode;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.delivery.Origin;
import dev.twostep.domain.delivery.SmsText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** Words an SMS from the theme's messages, in its reader's language. */
final class SmsWording {

  private static final String KEY = "twostepSmsCode";

  private final KeycloakSession session;
  private final RealmModel realm;

  SmsWording(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  Prepared prepare(Letter letter, OneTimeCode code, Gateway gateway) {
    Letter.Address address = letter.address();
    MessageFormat words = new MessageFormat(words(address), address.locale());
    String minutes = Long.toString(Challenge.LIFE.toMinutes());
    SmsText text =
        SmsText.compose(
            name -> words.format(new Object[] {name, code.digits(), minutes}),
            RealmNames.of(realm),
            new Origin(address.host(), code.digits()));
    TextMessage message = new TextMessage(PhoneNumber.ofE164(address.to()), text.text());
    return () -> gateway.send(message);
  }

  private String words(Letter.Address address) {
    try {
      return session
          .theme()
          .getTheme(Theme.Type.LOGIN)
          .getEnhancedMessages(realm, address.locale())
          .getProperty(KEY, "{1}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
