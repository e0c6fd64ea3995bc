package dev.twostep.application.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.challenge.Account;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Leave;
import dev.twostep.fixture.AbuseCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CheckOfficeCodeTest {

  private final OfficeDesk desk = new OfficeDesk(false);
  private final OfficeDesk strict = new OfficeDesk(true);

  @Test
  @DisplayName("any device of the office opens any of its accounts, and the log says which did")
  void anyDeviceOpensAnyAccount() {
    Account baker = desk.account("baker");
    Account miller = desk.account("miller");
    desk.equip("ann", 1);
    desk.equip("ben", 1);

    assertThat(desk.answer(baker, desk.shown("ann", 1))).isEqualTo(accepted("ann"));
    assertThat(desk.answer(miller, desk.shown("ben", 1))).isEqualTo(accepted("ben"));
    assertThat(desk.ledger.officeUses()).containsExactly("ann baker", "ben miller");
    assertThat(desk.ledger.lastUsesOf(baker).at()).containsOnlyKeys(FactorKind.OFFICE);
  }

  @Test
  @DisplayName("G02 one code opens two accounts in one step, and none of them twice")
  @AbuseCase("G02")
  void aStepOpensEachAccountOnce() {
    Account baker = desk.account("baker");
    Account miller = desk.account("miller");
    desk.equip("ann", 1);
    Answer code = desk.shown("ann", 1);

    assertThat(desk.answer(baker, code)).isEqualTo(accepted("ann"));
    assertThat(desk.answer(miller, code)).isEqualTo(accepted("ann"));
    assertThat(desk.answer(baker, code)).isInstanceOf(OfficeOutcome.Taken.class);
    assertThat(desk.ledger.attemptsOf(baker).wrong()).hasSize(1);
    desk.wait(OfficeDesk.STEP);
    assertThat(desk.answer(baker, desk.shown("ann", 1))).isEqualTo(accepted("ann"));
  }

  @Test
  @DisplayName("G02 strict: a code opens one account, and the other is told to wait for the next")
  @AbuseCase("G02")
  void strictlyAStepOpensOneAccount() {
    Account baker = strict.account("baker");
    Account miller = strict.account("miller");
    strict.equip("ann", 1);
    Answer code = strict.shown("ann", 1);

    assertThat(strict.answer(baker, code)).isEqualTo(accepted("ann"));
    assertThat(strict.answer(miller, code)).isInstanceOf(OfficeOutcome.Taken.class);
    strict.wait(OfficeDesk.STEP);
    assertThat(strict.answer(miller, strict.shown("ann", 1))).isEqualTo(accepted("ann"));
  }

  @RepeatedTest(3)
  @DisplayName("G03 of sixteen posts of one code to one account at once exactly one is accepted")
  @AbuseCase("G03")
  void ofSixteenPostsOneIsAccepted() throws Exception {
    Account baker = desk.account("baker");
    desk.equip("ann", 1);
    Answer code = desk.shown("ann", 1);

    assertThat(atOnce(16, () -> desk.answer(baker, code)))
        .filteredOn(OfficeOutcome.Accepted.class::isInstance)
        .hasSize(1);
  }

  @Test
  @DisplayName("a step before the last one used, and a clock set back, open nothing")
  void noStepIsOpenedAgain() {
    Account baker = desk.account("baker");
    desk.equip("ann", 1);
    Answer before = desk.shownAt("ann", 1, desk.clock.instant().minus(OfficeDesk.STEP));

    assertThat(desk.answer(baker, desk.shown("ann", 1))).isEqualTo(accepted("ann"));
    assertThat(desk.answer(baker, before)).isInstanceOf(OfficeOutcome.Taken.class);
    desk.clock.back(Duration.ofSeconds(90));
    assertThat(desk.answer(baker, desk.shown("ann", 1)))
        .isNotInstanceOf(OfficeOutcome.Accepted.class);
  }

  @Test
  @DisplayName("G01 a revoked device opens nothing any more, the others do")
  @AbuseCase("G01")
  void aRevokedDeviceOpensNothing() {
    Account baker = desk.account("baker");
    desk.equip("ann", 1);
    desk.equip("ben", 1);
    desk.ledger.revoke("ann");

    assertThat(desk.answer(baker, desk.shown("ann", 1))).isInstanceOf(OfficeOutcome.Wrong.class);
    desk.wait(Duration.ofSeconds(1));
    assertThat(desk.answer(baker, desk.shown("ben", 1))).isEqualTo(accepted("ben"));
  }

  @Test
  @DisplayName("G11 once a device is renewed, its old secret opens nothing and its new one does")
  @AbuseCase("G11")
  void aRenewedDeviceForgetsItsOldSecret() {
    Account baker = desk.account("baker");
    desk.equip("ann", 1);
    desk.equip("ann", 2);

    assertThat(desk.answer(baker, desk.shown("ann", 1))).isInstanceOf(OfficeOutcome.Wrong.class);
    desk.wait(Duration.ofSeconds(1));
    assertThat(desk.answer(baker, desk.shown("ann", 2))).isEqualTo(accepted("ann"));
  }

  @Test
  @DisplayName("an answer is one try, however many devices it is compared with")
  void anAnswerIsOneTryForAllDevices() {
    Account baker = desk.account("baker");
    IntStream.range(0, 20).forEach(i -> desk.equip("device " + i, 1));

    assertThat(desk.answer(baker, "no code")).isInstanceOf(OfficeOutcome.Wrong.class);
    assertThat(desk.ledger.attemptsOf(baker).wrong()).hasSize(1);
    assertThat(desk.ledger.counted(OfficeDesk.REALM, CheckOfficeCode.tally("office"))).isEqualTo(1);
  }

  @Test
  @DisplayName("an account that belongs to no office, or to one without devices, stays shut")
  void withoutAnOfficeNothingOpens() {
    Account stranger = new Account(OfficeDesk.REALM, "stranger");
    desk.equip("ann", 1);
    Account former = desk.account("former");
    desk.ledger.detach(former);
    OfficeDesk empty = new OfficeDesk(false);

    assertThat(desk.answer(stranger, desk.shown("ann", 1))).isEqualTo(new OfficeOutcome.Detached());
    assertThat(desk.answer(former, desk.shown("ann", 1))).isEqualTo(new OfficeOutcome.Detached());
    assertThat(empty.answer(empty.account("baker"), "123456"))
        .isInstanceOf(OfficeOutcome.Wrong.class);
  }

  @Test
  @DisplayName("G04 a hundred wrong answers over fifty accounts hold the office up, with an alarm")
  @AbuseCase("G04")
  void spreadGuessesHoldTheOfficeUp() {
    desk.equip("ann", 1);
    List<Account> accounts =
        IntStream.range(0, 50).mapToObj(i -> desk.account("member " + i)).toList();
    for (int guess = 0; guess < 100; guess++) {
      desk.wait(Duration.ofSeconds(2));
      assertThat(desk.answer(accounts.get(guess % 50), "no code"))
          .isInstanceOf(OfficeOutcome.Wrong.class);
    }

    OfficeOutcome next = desk.answer(accounts.get(7), desk.shown("ann", 1));
    assertThat(next).isInstanceOf(OfficeOutcome.Held.class);
    assertThat(((OfficeOutcome.Held) next).leave()).isInstanceOf(Leave.UsedUp.class);
    assertThat(desk.alerts).containsExactly("acme office-blocked");
    desk.wait(Duration.ofHours(25));
    assertThat(desk.answer(accounts.get(7), desk.shown("ann", 1))).isEqualTo(accepted("ann"));
  }

  @Test
  @DisplayName("G05 a hostile account is held up first, and the office goes on")
  @AbuseCase("G05")
  void oneAccountCannotHoldUpTheOffice() {
    desk.equip("ann", 1);
    Account hostile = desk.account("hostile");
    Account baker = desk.account("baker");
    List<OfficeOutcome> guesses = new ArrayList<>();
    for (int guess = 0; guess < 60; guess++) {
      desk.wait(Duration.ofMinutes(16));
      guesses.add(desk.answer(hostile, "no code"));
    }

    assertThat(guesses).filteredOn(OfficeOutcome.Held.class::isInstance).hasSizeBetween(29, 30);
    assertThat(desk.alerts).isEmpty();
    assertThat(desk.answer(baker, desk.shown("ann", 1))).isEqualTo(accepted("ann"));
  }

  private static OfficeOutcome accepted(String device) {
    return new OfficeOutcome.Accepted("office", device, device);
  }

  private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(times);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> one : pool.invokeAll(IntStream.range(0, times).mapToObj(i -> work).toList())) {
        results.add(one.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
