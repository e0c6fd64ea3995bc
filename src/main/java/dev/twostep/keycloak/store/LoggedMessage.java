package dev.twostep.keycloak.store;

import dev.twostep.domain.factor.FactorKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** One row of the message log, as an administrator may see it. */
public record LoggedMessage(String id, About about, Sent sent, Later later) {

  /**
   * Which message to whom.
   *
   * @param masked the recipient
   */
  public record About(
      String user,
      String letter,
      FactorKind channel,
      String gateway,
      String masked,
      String callingCode) {}

  /** How the send ended. */
  public record Sent(
      String outcome, String reason, String reference, Instant at, Duration latency) {}

  /**
   * What came afterwards.
   *
   * @param receipt delivered, undelivered or nothing
   */
  public record Later(
      String receipt,
      Optional<Instant> receiptAt,
      Optional<Instant> usedAt,
      Optional<BigDecimal> cost) {}

  private static final int MILLIONTHS = 6;

  static LoggedMessage of(MessageEntity row) {
    return new LoggedMessage(
        row.id,
        new About(
            row.userId,
            row.letterId,
            FactorKind.valueOf(row.channel),
            row.gateway,
            row.masked,
            Objects.requireNonNullElse(row.callingCode, "")),
        new Sent(
            row.outcome,
            Objects.requireNonNullElse(row.reason, ""),
            Objects.requireNonNullElse(row.reference, ""),
            Instant.ofEpochMilli(row.sentAt),
            Duration.ofMillis(row.latency)),
        new Later(
            Objects.requireNonNullElse(row.receipt, "").toLowerCase(java.util.Locale.ROOT),
            Optional.ofNullable(row.receiptAt).map(Instant::ofEpochMilli),
            Optional.ofNullable(row.usedAt).map(Instant::ofEpochMilli),
            Optional.ofNullable(row.cost).map(cost -> BigDecimal.valueOf(cost, MILLIONTHS))));
  }
}
