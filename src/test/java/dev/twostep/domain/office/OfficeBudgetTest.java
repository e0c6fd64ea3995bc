package dev.twostep.domain.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.limit.Leave;
import dev.twostep.domain.limit.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OfficeBudgetTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration SLOT = Duration.ofMinutes(5);

  @Test
  void ninetyNineAreNoReasonToStop() {
    assertThat(OfficeBudget.leaveAt(NOW, List.of(slot(1, 99)))).isInstanceOf(Leave.Granted.class);
    assertThat(OfficeBudget.leaveAt(NOW, List.of())).isInstanceOf(Leave.Granted.class);
  }

  @Test
  void aHundredStopUntilEnoughOfThemAreADayOld() {
    List<Slot> wrong = List.of(slot(20, 30), slot(3, 40), slot(1, 40));

    assertThat(OfficeBudget.leaveAt(NOW, wrong))
        .isEqualTo(
            new Leave.UsedUp(NOW.minus(Duration.ofHours(20)).plus(SLOT).plusSeconds(86_400)));
  }

  @Test
  void whatIsADayOldCountsNoMore() {
    assertThat(OfficeBudget.leaveAt(NOW, List.of(slot(25, 500)))).isInstanceOf(Leave.Granted.class);
  }

  @Property
  void asSoonAsItIsUsedUpAWaitUntilThenIsEnough(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 30) Integer> amounts) {
    List<Slot> wrong = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      wrong.add(slot(i, amounts.get(i)));
    }
    long counted =
        wrong.stream()
            .filter(one -> one.start().plus(SLOT).plus(OfficeBudget.LENGTH).isAfter(NOW))
            .mapToLong(Slot::amount)
            .sum();
    Leave leave = OfficeBudget.leaveAt(NOW, wrong);

    assertThat(leave instanceof Leave.Granted).isEqualTo(counted < OfficeBudget.MOST);
    if (leave instanceof Leave.UsedUp usedUp) {
      assertThat(OfficeBudget.leaveAt(usedUp.until(), wrong)).isInstanceOf(Leave.Granted.class);
      assertThat(OfficeBudget.leaveAt(usedUp.until().minusMillis(1), wrong)).isEqualTo(leave);
    }
  }

  private static Slot slot(int hoursAgo, long amount) {
    return new Slot(NOW.minus(Duration.ofHours(hoursAgo)), amount);
  }
}
