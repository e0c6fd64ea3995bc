package dev.twostep.application.delivery;

import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.factor.FactorKind;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One message to be sent: everything but the code, which is derived again when it is written.
 *
 * @param fallback where the same code may go if no gateway takes it; empty unless policy allows
 */
public record Letter(
    String id, Subject subject, Address address, Optional<Address> fallback, Instant expiresAt) {

  /** Which challenge of whom the message is about. */
  public record Subject(String realm, String user, ChallengeId challenge, Purpose purpose) {}

  /** Where it goes and how it is worded; {@code host} is the origin that the code is bound to. */
  public record Address(FactorKind channel, String to, Locale locale, String host) {
    @Override
    public String toString() {
      return "Address[" + channel.word() + "]";
    }
  }
}
