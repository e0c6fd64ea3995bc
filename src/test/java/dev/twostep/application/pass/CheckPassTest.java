package dev.twostep.application.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.CodeOutcome;
import dev.twostep.application.challenge.CodeOutcome.Accepted;
import dev.twostep.application.challenge.CodeOutcome.Expired;
import dev.twostep.application.challenge.CodeOutcome.Held;
import dev.twostep.application.challenge.CodeOutcome.Spent;
import dev.twostep.application.challenge.CodeOutcome.Wrong;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Leave;
import dev.twostep.domain.pass.Pass;
import dev.twostep.fixture.memory.InMemoryLedger;
import dev.twostep.fixture.memory.StepClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckPassTest {

  private static final Account ANNA = new Account("acme", "anna-id");
  private static final Account BEN = new Account("acme", "ben-id");

  private final StepClock clock = new StepClock();
  private final InMemoryLedger ledger = new InMemoryLedger();
  private final ServerKey key = ServerKey.of(new byte[32]);
  private final CheckPass checkPass = new CheckPass(ledger, key, clock);
  private final IssuePass.Issued issued = new IssuePass(key, clock, new SecureRandom()).issue(ANNA);

  @Test
  void opensOnceOnly() {
    assertThat(right()).isInstanceOf(Accepted.class);
    assertThat(right()).isInstanceOf(Spent.class);
    assertThat(ledger.attemptsOf(ANNA).wrong()).isEmpty();
  }

  @Test
  void aWrongOneIsATryAndWaits() {
    assertThat(wrong()).isInstanceOf(Wrong.class);
    assertThat(right()).isInstanceOf(Held.class);
    clock.forward(Duration.ofSeconds(1));
    assertThat(right()).isInstanceOf(Accepted.class);
    assertThat(ledger.attemptsOf(ANNA).wrong()).hasSize(1);
  }

  @Test
  void itCountsInTheOneBudgetOfTheAccount() {
    for (int n = 0; n < 30; n++) {
      if (ledger.attemptsOf(ANNA).leaveAt(clock.instant(), FactorKind.PASS)
          instanceof Leave.Wait wait) {
        clock.set(wait.until());
      }
      // Hours pass while it waits, so a fresh pass each time.
      checkPass.check(
          ANNA, new IssuePass(key, clock, new SecureRandom()).issue(ANNA).sealed(), no());
    }
    IssuePass.Issued fresh = new IssuePass(key, clock, new SecureRandom()).issue(ANNA);

    assertThat(checkPass.check(ANNA, fresh.sealed(), fresh.pass())).isInstanceOf(Held.class);
    assertThat(ledger.attemptsOf(ANNA).leaveAt(clock.instant(), FactorKind.TOTP))
        .isInstanceOf(Leave.UsedUp.class);
  }

  @Test
  void afterAnHourItIsNotEvaluated() {
    clock.forward(Duration.ofHours(1));

    assertThat(right()).isInstanceOf(Expired.class);
    assertThat(wrong()).isInstanceOf(Expired.class);
    assertThat(ledger.attemptsOf(ANNA).wrong()).isEmpty();
  }

  @Test
  void setUpIsOpenForTenMinutesFromItsUse() {
    assertThat(checkPass.isSetUpOpen(ANNA, issued.sealed())).isFalse();
    right();
    assertThat(checkPass.isSetUpOpen(ANNA, issued.sealed())).isTrue();
    clock.forward(Duration.ofMinutes(10));
    assertThat(checkPass.isSetUpOpen(ANNA, issued.sealed())).isFalse();
  }

  @Test
  void anotherUserCannotUseIt() {
    assertThat(checkPass.check(BEN, issued.sealed(), issued.pass())).isInstanceOf(Wrong.class);
    assertThat(right()).isInstanceOf(Accepted.class);
  }

  @Test
  void ofManyAtOnceOneGetsIn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<CodeOutcome>> all =
          threads.invokeAll(
              Stream.<Callable<CodeOutcome>>generate(() -> this::right).limit(8).toList());
      int in = 0;
      for (Future<CodeOutcome> one : all) {
        in += one.get() instanceof Accepted ? 1 : 0;
      }
      assertThat(in).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void withoutALedgerNobodyGetsIn() {
    ledger.breakDown();

    assertThatThrownBy(this::right).isInstanceOf(IllegalStateException.class);
  }

  private CodeOutcome right() {
    return checkPass.check(ANNA, issued.sealed(), Pass.typed(issued.pass().grouped()));
  }

  private CodeOutcome wrong() {
    return checkPass.check(ANNA, issued.sealed(), no());
  }

  private static Pass no() {
    return Pass.typed("no pass");
  }
}
