package dev.twostep.keycloak.office;

import dev.twostep.domain.code.ConstantTime;
import dev.twostep.domain.code.ServerKey;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.common.util.SecretGenerator;

/**
 * The secret part of a link that invites an employee to enrol a device: opaque, of 190 bits, kept
 * as a keyed digest only.
 */
public record EnrolmentLink(String device, String secret) {

  private static final int CHARACTERS = 32;
  private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36})\\.([0-9A-Za-z]{32})");

  public static EnrolmentLink to(String device) {
    return new EnrolmentLink(device, SecretGenerator.getInstance().randomString(CHARACTERS));
  }

  /** Reads what {@link #text} gave; empty for anything else. */
  public static Optional<EnrolmentLink> of(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(new EnrolmentLink(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** As it stands in the address of the page. */
  public String text() {
    return device + "." + secret;
  }

  /** What is stored of it. */
  public String digest(ServerKey key) {
    return key.sealed("office invite", device, secret);
  }

  public boolean is(String digest, ServerKey key) {
    return ConstantTime.same(digest(key), digest);
  }

  @Override
  public String toString() {
    return "EnrolmentLink[******]";
  }
}
