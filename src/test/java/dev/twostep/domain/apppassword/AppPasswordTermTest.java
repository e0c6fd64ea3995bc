package dev.twostep.domain.apppassword;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AppPasswordTermTest {

  private static final Instant CREATED = Instant.parse("2026-01-10T00:30:00Z");
  private static final Instant END = Instant.parse("2026-03-29T01:00:00Z");
  private static final Duration IDLE = Duration.ofDays(90);

  @Test
  @AbuseCase("E17")
  @DisplayName("E17: dead exactly at the UTC instant, wherever the clock says it is")
  void expires() {
    AppPasswordTerm term =
        new AppPasswordTerm(CREATED, Optional.of(END), CREATED, Optional.empty());

    assertThat(term.isExpiredAt(END.minusNanos(1))).isFalse();
    assertThat(term.isExpiredAt(END)).isTrue();
    // The night in which clocks in Europe jump from two to three.
    assertThat(term.isExpiredAt(OffsetDateTime.parse("2026-03-29T01:59:59+01:00").toInstant()))
        .isFalse();
    assertThat(term.isExpiredAt(OffsetDateTime.parse("2026-03-29T03:00:00+02:00").toInstant()))
        .isTrue();
    assertThat(new AppPasswordTerm(CREATED, Optional.empty(), CREATED, Optional.empty()))
        .matches(forever -> !forever.isExpiredAt(Instant.MAX) && !forever.isUnusedAt(Instant.MAX));
  }

  @Test
  @AbuseCase("E17")
  @DisplayName("E17: unused for ninety days is dead exactly then; making it counts as a use")
  void diesUnused() {
    AppPasswordTerm fresh = unused(Instant.EPOCH);
    Instant dead = CREATED.plus(IDLE);
    Instant used = CREATED.plus(Duration.ofDays(3));

    assertThat(fresh.isUnusedAt(dead.minusNanos(1))).isFalse();
    assertThat(fresh.isUnusedAt(dead)).isTrue();
    assertThat(unused(used).isUnusedAt(dead)).isFalse();
    assertThat(unused(used).isUnusedAt(used.plus(IDLE))).isTrue();
  }

  @Test
  @AbuseCase("E17")
  @DisplayName("E17: there is a reminder in the seven days before, and none after")
  void remindsBefore() {
    AppPasswordTerm term =
        new AppPasswordTerm(CREATED, Optional.of(END), CREATED, Optional.of(IDLE));
    Instant from = END.minus(AppPasswordTerm.NOTICE);
    Instant unused = CREATED.plus(IDLE);

    assertThat(term.expiresSoonAt(from.minusNanos(1))).isFalse();
    assertThat(term.expiresSoonAt(from)).isTrue();
    assertThat(term.expiresSoonAt(END)).isFalse();
    assertThat(term.isUnusedSoonAt(unused.minus(AppPasswordTerm.NOTICE).minusNanos(1))).isFalse();
    assertThat(term.isUnusedSoonAt(unused.minusNanos(1))).isTrue();
    assertThat(term.isUnusedSoonAt(unused)).isFalse();
  }

  private static AppPasswordTerm unused(Instant usedAt) {
    return new AppPasswordTerm(CREATED, Optional.empty(), usedAt, Optional.of(IDLE));
  }
}
