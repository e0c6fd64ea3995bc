package dev.twostep.domain.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TrackRecordTest {

  private static final Duration PERIOD = Duration.ofSeconds(30);

  @Test
  void anAcceptedCodeEndsARowOfRefusals() {
    TrackRecord twice = TrackRecord.NEW.refused(Optional.empty()).refused(Optional.empty());

    assertThat(twice.refusals()).isEqualTo(2);
    assertThat(twice.accepted(Optional.empty(), PERIOD).refusals()).isZero();
  }

  @Test
  void whatWorksMovesHalfWayAndWhatFailsAllTheWay() {
    Optional<Duration> seen = Optional.of(Duration.ofSeconds(40));

    assertThat(TrackRecord.NEW.accepted(seen, PERIOD).drift()).isEqualTo(Duration.ofSeconds(20));
    assertThat(TrackRecord.NEW.refused(seen).drift()).isEqualTo(Duration.ofSeconds(40));
    assertThat(TrackRecord.NEW.refused(seen).refused(Optional.empty()).drift())
        .isEqualTo(Duration.ofSeconds(40));
  }

  @Property
  void aCodeThatWasTakenMovesTheClockByOneStepAtMost(
      @ForAll @LongRange(min = -300, max = 300) long before,
      @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long wrong) {
    TrackRecord track = new TrackRecord(0, Duration.ofSeconds(before));

    TrackRecord after = track.accepted(Optional.of(Duration.ofSeconds(wrong)), PERIOD);

    assertThat(after.drift().minus(track.drift()).abs()).isLessThanOrEqualTo(PERIOD);
  }

  @Test
  void afterARefusalOnlyTheMiddleOfAStepCounts() {
    assertThat(TrackRecord.NEW.plan(PERIOD)).isEqualTo(LeasePlan.usual(PERIOD, Duration.ZERO));
    assertThat(TrackRecord.NEW.refused(Optional.empty()).plan(PERIOD))
        .isEqualTo(LeasePlan.careful(PERIOD, Duration.ZERO));
  }

  @Property
  void noPortalLeadsAstrayByMoreThanFiveMinutes(
      @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long first,
      @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long second) {
    TrackRecord after =
        TrackRecord.NEW
            .refused(Optional.of(Duration.ofSeconds(first)))
            .accepted(Optional.of(Duration.ofSeconds(second)), PERIOD);

    assertThat(after.drift().abs()).isLessThanOrEqualTo(TrackRecord.FARTHEST);
  }

  @Property
  void aSteadyClockIsLearntWithinEightCodes(
      @ForAll @LongRange(min = -240, max = 240) long before,
      @ForAll @LongRange(min = -59, max = 59) long off) {
    // Further off, no portal takes a code: its window is one step to either side.
    Duration truth = Duration.ofSeconds(before + off);
    TrackRecord track = new TrackRecord(0, Duration.ofSeconds(before));
    for (int code = 0; code < 8; code++) {
      track = track.accepted(Optional.of(truth), PERIOD);
    }
    assertThat(track.drift().minus(truth).abs()).isLessThan(Duration.ofSeconds(2));
  }
}
