package dev.twostep.domain.policy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Ready answers to how often a kind of application asks, and what it lets stand in for asking.
 * {@link #word()} is stored.
 */
public enum Preset {
  /** Asks each time somebody comes to it. */
  WEB_PORTAL("web-portal"),
  /** Asks whenever it is registered; whoever need not have two-step login is left alone. */
  DESKTOP_AGENT("desktop-agent"),
  /** Asks when it is registered, in each new mail session, and after changed credentials. */
  MAIL_ADD_IN("mail-add-in"),
  /** Asks on a device's first access; later its passcode, as far as the second step is policy. */
  MOBILE_APP("mobile-app"),
  /** Knows a user name and a password only, and takes app passwords. */
  LEGACY("legacy");

  private final String word;

  Preset(String word) {
    this.word = word;
  }

  /** The word by which requests and attributes name this preset. */
  public String word() {
    return word;
  }

  /** What it sets at the application. */
  public Map<String, String> attributes() {
    return switch (this) {
      case WEB_PORTAL -> Map.of(Occasions.ASKS, Occasion.EVERY_LOGIN.word());
      case DESKTOP_AGENT ->
          Map.of(Occasions.ASKS, Occasion.EVERY_LOGIN.word(), Occasions.OFFER, "off");
      case MAIL_ADD_IN ->
          Map.of(
              Occasions.ASKS,
              Occasion.EVERY_SESSION.word() + "," + Occasion.AFTER_CHANGE.word(),
              Occasions.OFFER,
              "off");
      case MOBILE_APP ->
          Map.of(
              Occasions.ASKS,
              Occasion.ONCE_PER_DEVICE.word() + "," + Occasion.AFTER_CHANGE.word(),
              Layer.PASSCODE,
              PasscodeRule.AS_SECOND_STEP.word());
      case LEGACY -> Map.of(Occasions.OFFER, "off");
    };
  }

  /** The preset of that exact word, or empty. */
  public static Optional<Preset> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
  }
}
