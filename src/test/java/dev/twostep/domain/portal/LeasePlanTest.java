package dev.twostep.domain.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.portal.LeasePlan.Slot;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LeasePlanTest {

  private static final Instant DAY = Instant.parse("2026-06-01T00:00:00Z");

  @Property
  void nobodyGetsAStepTwice(@ForAll("plans") LeasePlan plan, @ForAll("moments") Instant now) {
    long last = Long.MIN_VALUE;
    for (int job = 0; job < 50; job++) {
      Slot slot = plan.next(now, last);
      assertThat(slot.step()).isGreaterThan(last);
      assertThat(job == 0 || slot.step() == last + 1).isTrue();
      last = slot.step();
    }
  }

  @Property
  void whatIsHandedOutIsRightAtThePortalForLongEnough(
      @ForAll("plans") LeasePlan plan, @ForAll("moments") Instant now) {
    Slot slot = plan.next(now, Long.MIN_VALUE);
    Instant handed = now.plus(slot.waiting(now));

    assertThat(slot.left(handed)).isGreaterThanOrEqualTo(LeasePlan.LEAST);
    assertThat(stepAtPortal(plan, handed)).isEqualTo(slot.step());
    assertThat(stepAtPortal(plan, handed.plus(LeasePlan.LEAST).minusMillis(1)))
        .isEqualTo(slot.step());
  }

  @Property
  void nobodyWaitsLongerThanOneStep(
      @ForAll("plans") LeasePlan plan, @ForAll("moments") Instant now) {
    assertThat(plan.next(now, Long.MIN_VALUE).waiting(now)).isLessThan(plan.period());
  }

  @Test
  void aCarefulOneHandsOutNothingNearTheEdgesOfAStep() {
    LeasePlan plan = LeasePlan.careful(Duration.ofSeconds(60), Duration.ZERO);

    assertThat(plan.next(DAY, 0).waiting(DAY)).isEqualTo(Duration.ofSeconds(15));
    assertThat(plan.next(DAY.plusSeconds(30), 0).waiting(DAY.plusSeconds(30))).isZero();
    assertThat(plan.next(DAY.plusSeconds(46), 0).waiting(DAY.plusSeconds(46)))
        .isEqualTo(Duration.ofSeconds(29));
  }

  @Provide
  Arbitrary<LeasePlan> plans() {
    Arbitrary<Duration> periods = Arbitraries.integers().between(15, 120).map(Duration::ofSeconds);
    Arbitrary<Duration> drifts =
        Arbitraries.integers().between(-300_000, 300_000).map(Duration::ofMillis);
    return Combinators.combine(periods, drifts, Arbitraries.of(true, false))
        .as(
            (period, drift, careful) ->
                careful ? LeasePlan.careful(period, drift) : LeasePlan.usual(period, drift));
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs().between(0, 86_400_000).map(DAY::plusMillis);
  }

  private static long stepAtPortal(LeasePlan plan, Instant now) {
    return now.plus(plan.drift()).toEpochMilli() / plan.period().toMillis();
  }
}
