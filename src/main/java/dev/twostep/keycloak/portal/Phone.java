package dev.twostep.keycloak.portal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.common.util.SecretGenerator;

/** What a browser that has begun with a link is known by; it says nothing about anybody. */
public record Phone(String intake, String secret) {

  /** A browser that has not. */
  public static final Phone NONE = new Phone("", "");

  private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36})\\.([0-9A-Za-z]{32})");

  /** One that begins now. */
  public static Phone fresh(String intake) {
    return new Phone(intake, SecretGenerator.getInstance().randomString(32));
  }

  /** Reads what {@link #text} gave. */
  public static Phone of(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches() ? new Phone(matcher.group(1), matcher.group(2)) : NONE;
  }

  /** As it stands in the cookie. */
  public String text() {
    return intake + "." + secret;
  }

  @Override
  public String toString() {
    return "Phone[******]";
  }
}
