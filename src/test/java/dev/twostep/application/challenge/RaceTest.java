package dev.twostep.application.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.Challenge;
import dev.twostep.fixture.AbuseCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

/** Many answers at the same moment. The same on two nodes is shown against the database. */
class RaceTest {

  private final CodeDesk desk = new CodeDesk();

  @RepeatedTest(5)
  @DisplayName("A04 of fifty wrong answers at once one is evaluated, the rest wait")
  @AbuseCase("A04")
  void ofFiftyWrongAnswersAtOnceOneIsEvaluated() throws Exception {
    Challenge challenge = desk.open("login");
    List<CodeOutcome> outcomes = atOnce(50, () -> desk.answer(challenge, desk.wrong(challenge)));

    assertThat(outcomes).filteredOn(CodeOutcome.Wrong.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(CodeOutcome.Held.class::isInstance).hasSize(49);
    assertThat(desk.wrongAnswers()).isEqualTo(1);
  }

  @RepeatedTest(5)
  @DisplayName("A04 fifty that do not stop trying get five evaluated, and five are counted")
  @AbuseCase("A04")
  void fiftyThatDoNotStopGetFiveEvaluated() throws Exception {
    Challenge challenge = desk.open("login");
    List<CodeOutcome> outcomes = atOnce(50, () -> insist(challenge));

    assertThat(outcomes).filteredOn(CodeOutcome.Wrong.class::isInstance).hasSize(5);
    assertThat(outcomes).filteredOn(CodeOutcome.Exhausted.class::isInstance).hasSize(45);
    assertThat(desk.wrongAnswers()).isEqualTo(5);
    assertThat(desk.ledger.challenge(challenge.id()).progress().wrong()).isEqualTo(5);
  }

  @RepeatedTest(5)
  @DisplayName("A06 of sixteen right answers at once exactly one is accepted")
  @AbuseCase("A06")
  void ofSixteenRightAnswersExactlyOneIsAccepted() throws Exception {
    Challenge challenge = desk.open("login");
    List<CodeOutcome> outcomes = atOnce(16, () -> desk.answer(challenge, desk.right(challenge)));

    assertThat(outcomes).filteredOn(CodeOutcome.Accepted.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(CodeOutcome.Spent.class::isInstance).hasSize(15);
    assertThat(desk.wrongAnswers()).isZero();
  }

  @RepeatedTest(5)
  @DisplayName("C15 of sixteen equal codes of an app exactly one is accepted")
  @AbuseCase("C15")
  void ofSixteenEqualCodesOfAnAppExactlyOneIsAccepted() throws Exception {
    Answer answer = CheckTotpTest.codeAt(desk.clock.instant());
    List<CodeOutcome> outcomes =
        atOnce(16, () -> desk.checkTotp.check(CodeDesk.ANNA, List.of(CodeDesk.app()), answer));

    assertThat(outcomes).filteredOn(CodeOutcome.Accepted.class::isInstance).hasSize(1);
  }

  @RepeatedTest(5)
  @DisplayName("A13 of a hundred clicks at once one sends")
  @AbuseCase("A13")
  void ofAHundredClicksAtOnceOneSends() throws Exception {
    List<SendCode.Sending> sendings = atOnce(100, () -> desk.send("login", Optional.empty()));

    assertThat(sendings).filteredOn(SendCode.Sending.Posted.class::isInstance).hasSize(1);
    assertThat(desk.letters).hasSize(1);
  }

  /** Answers wrongly until it counts or can never count; time goes on after each wrong answer. */
  private CodeOutcome insist(Challenge challenge) {
    CodeOutcome outcome = desk.answer(challenge, desk.wrong(challenge));
    while (outcome instanceof CodeOutcome.Held) {
      Thread.onSpinWait();
      outcome = desk.answer(challenge, desk.wrong(challenge));
    }
    desk.clock.forward(
        outcome instanceof CodeOutcome.Wrong ? Duration.ofSeconds(16) : Duration.ZERO);
    return outcome;
  }

  private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    Callable<T> started =
        () -> {
          start.await(30, TimeUnit.SECONDS);
          return work.call();
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> one :
          pool.invokeAll(Collections.nCopies(threads, started), 60, TimeUnit.SECONDS)) {
        results.add(one.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
