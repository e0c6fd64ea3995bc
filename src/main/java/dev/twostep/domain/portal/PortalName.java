package dev.twostep.domain.portal;

import dev.twostep.domain.factor.FactorName;
import java.util.Optional;
import java.util.function.Predicate;

/** What a user calls a portal. */
public final class PortalName {

  /** Long enough for two accounts at one portal to be told apart. */
  public static final int LONGEST = 60;

  private PortalName() {}

  /** The name as it is stored: without spaces around it. */
  public static String trimmed(String typed) {
    return typed.strip();
  }

  /** Why that text cannot be a name; empty if it can. */
  public static Optional<FactorName.Flaw> flaw(String typed) {
    String name = trimmed(typed);
    if (name.codePointCount(0, name.length()) > LONGEST) {
      return Optional.of(FactorName.Flaw.TOO_LONG);
    }
    if (name.codePoints().anyMatch(FactorName::isInvisible)) {
      return Optional.of(FactorName.Flaw.INVISIBLE);
    }
    return name.isEmpty() ? Optional.of(FactorName.Flaw.MISSING) : Optional.empty();
  }

  /** A free name that begins like that one: {@code GitHub}, {@code GitHub 2}, and so on. */
  public static String free(String name, Predicate<String> taken) {
    String candidate = name;
    for (int next = 2; taken.test(candidate); next++) {
      candidate = name + " " + next;
    }
    return candidate;
  }
}
