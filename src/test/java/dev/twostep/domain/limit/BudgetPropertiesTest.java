package dev.twostep.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.fixture.AbuseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an attacker does, and whenever: no stretch of time holds more than its most. */
class BudgetPropertiesTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** One answer: so long after the last one, by that factor, right or wrong. */
  record Try(Duration pause, FactorKind kind, boolean right) {}

  @Property(tries = 300)
  @AbuseCase({"A02", "A43", "A45"})
  void noStretchOfTimeHoldsMoreWrongAnswersThanItsMost(@ForAll("tries") List<Try> tries) {
    AttemptBudget budget = AttemptBudget.untouched();
    List<Instant> evaluated = new ArrayList<>();
    Instant now = START;
    for (Try one : tries) {
      now = now.plus(one.pause());
      if (!(budget.leaveAt(now, one.kind()) instanceof Leave.Granted)) {
        continue;
      }
      if (!one.right()) {
        evaluated.add(now);
      }
      budget = one.right() ? budget.right(one.kind()) : budget.wrongAt(now, one.kind());
    }

    assertThat(mostIn(evaluated, Duration.ofHours(24))).isLessThanOrEqualTo(30);
    assertThat(mostIn(evaluated, Duration.ofDays(30))).isLessThanOrEqualTo(100);
  }

  @Property(tries = 300)
  @AbuseCase("A13")
  void noStretchOfTimeHoldsMoreMessagesThanItsMost(@ForAll("tries") List<Try> tries) {
    SendBudget budget = SendBudget.untouched();
    List<Instant> sent = new ArrayList<>();
    Instant now = START;
    for (Try one : tries) {
      now = now.plus(one.pause());
      if (budget.leaveAt(now, Duration.ofSeconds(30)) instanceof Leave.Granted) {
        budget = budget.sentAt(now);
        sent.add(now);
      }
    }

    assertThat(mostIn(sent, Duration.ofSeconds(30))).isLessThanOrEqualTo(1);
    assertThat(mostIn(sent, Duration.ofMinutes(10))).isLessThanOrEqualTo(5);
    assertThat(mostIn(sent, Duration.ofHours(24))).isLessThanOrEqualTo(10);
  }

  @Provide
  Arbitrary<List<Try>> tries() {
    Arbitrary<Duration> pauses =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 40).map(Duration::ofSeconds),
            Arbitraries.integers().between(1, 60).map(Duration::ofMinutes));
    Arbitrary<FactorKind> kinds = Arbitraries.of(FactorKind.SMS, FactorKind.EMAIL, FactorKind.TOTP);
    Arbitrary<Boolean> right = Arbitraries.integers().between(0, 3).map(n -> n == 0);
    return Combinators.combine(pauses, kinds, right).as(Try::new).list().ofMaxSize(400);
  }

  /** The largest number of instants within a half-open stretch of that length. */
  private static long mostIn(List<Instant> times, Duration length) {
    return times.stream()
        .mapToLong(
            from ->
                times.stream()
                    .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(length)))
                    .count())
        .max()
        .orElse(0);
  }
}
