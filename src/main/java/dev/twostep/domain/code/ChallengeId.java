package dev.twostep.domain.code;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The 128 random bits that name one challenge and from which its code is derived. */
public record ChallengeId(String hex) {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

  public ChallengeId {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("a challenge id is 32 lower-case hexadecimal digits");
    }
  }

  /** The id that a machine sends back; empty if it is none. */
  public static Optional<ChallengeId> of(String hex) {
    return HEX.matcher(hex).matches() ? Optional.of(new ChallengeId(hex)) : Optional.empty();
  }

  /** A new id from the given generator. */
  public static ChallengeId random(SecureRandom random) {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    return new ChallengeId(HexFormat.of().formatHex(bits));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
