package dev.twostep.domain.device;

import dev.twostep.domain.device.PasscodeVerdict.Accepted;
import dev.twostep.domain.device.PasscodeVerdict.Flaw;
import dev.twostep.domain.device.PasscodeVerdict.Refused;
import java.util.Locale;
import java.util.Set;

/** What a new passcode must be like: long enough, and nothing that is tried first. */
public final class PasscodeRules {

  public static final int LEAST = 6;
  public static final int LONGEST = 64;

  private static final String ROW = "01234567890 abcdefghijklmnopqrstuvwxyz";

  private static final Set<String> COMMON =
      Set.of(
          "112233",
          "159753",
          "147258",
          "147852",
          "258456",
          "159357",
          "789456",
          "102030",
          "100000",
          "123321",
          "password",
          "passwort",
          "wachtwoord",
          "geheim",
          "secret",
          "qwerty",
          "qwertz",
          "azerty",
          "asdfgh",
          "asdfghjkl",
          "qwertyuiop",
          "letmein",
          "iloveyou",
          "welcome",
          "welkom",
          "admin1",
          "abc123",
          "passw0rd",
          "hallo123",
          "welkom01",
          "password1",
          "passcode");

  private PasscodeRules() {}

  public static PasscodeVerdict judge(Passcode chosen, Personal about) {
    String text = chosen.text();
    int length = text.codePointCount(0, text.length());
    if (text.isEmpty()) {
      return new Refused(Flaw.MISSING);
    }
    if (!text.codePoints().allMatch(Character::isLetterOrDigit)) {
      return new Refused(Flaw.CHARACTERS);
    }
    if (length < LEAST || length > LONGEST) {
      return new Refused(length < LEAST ? Flaw.SHORT : Flaw.LONG);
    }
    if (isCommon(text.toLowerCase(Locale.ROOT))) {
      return new Refused(Flaw.COMMON);
    }
    return about.knows(text) ? new Refused(Flaw.PERSONAL) : new Accepted();
  }

  private static boolean isCommon(String text) {
    return COMMON.contains(text) || isRepeated(text) || isRun(text);
  }

  /** One piece over and over: 000000, 121212, abcabc. */
  private static boolean isRepeated(String text) {
    for (int piece = 1; piece <= text.length() / 2; piece++) {
      boolean fits = text.length() % piece == 0;
      if (fits && text.substring(0, piece).repeat(text.length() / piece).equals(text)) {
        return true;
      }
    }
    return false;
  }

  /** Neighbours one after the other, up or down. */
  private static boolean isRun(String text) {
    return ROW.contains(text) || ROW.contains(new StringBuilder(text).reverse());
  }
}
