package dev.twostep.application.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.twostep.application.challenge.SendCode.Sending;
import dev.twostep.application.delivery.Letter;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Leave;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.memory.StepClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SendCodeTest {

  private static final Account BEN = new Account("acme", "ben-id");

  private final CodeDesk desk = new CodeDesk();

  @Test
  void aLetterHoldsEverythingButTheCode() {
    Sending.Posted posted = posted("login", Optional.empty());
    Letter letter = posted.letter();

    assertThat(letter.subject().challenge()).isEqualTo(posted.challenge().id());
    assertThat(letter.address().to()).isEqualTo(CodeDesk.PHONE);
    assertThat(letter.expiresAt()).isEqualTo(posted.challenge().expiresAt());
    assertThat(posted.challenge().question().contactDigest()).doesNotContain("15112345678");
  }

  @Test
  @DisplayName("A11 a resend repeats the code and its end")
  @AbuseCase("A11")
  void aResendRepeatsTheCode() {
    Challenge first = posted("login", Optional.empty()).challenge();
    desk.clock.forward(Duration.ofSeconds(30));
    Sending.Posted second = posted("login", Optional.of(first));

    assertThat(second.challenge()).isEqualTo(first);
    assertThat(desk.letters).extracting(Letter::id).doesNotHaveDuplicates().hasSize(2);
    assertThat(desk.answer(first, desk.right(first)))
        .isEqualTo(new CodeOutcome.Accepted(FactorKind.SMS));
  }

  @Test
  @DisplayName("A11 a resend after five wrong answers asks anew, and the old code stays dead")
  @AbuseCase({"A11", "A12"})
  void aResendAfterFiveWrongAnswersAsksAnew() {
    Challenge old = posted("login", Optional.empty()).challenge();
    for (int n = 0; n < 5; n++) {
      desk.answer(old, desk.wrong(old));
      desk.clock.forward(Duration.ofSeconds(16));
    }
    Challenge next = posted("login", Optional.of(old)).challenge();

    assertThat(next.id()).isNotEqualTo(old.id());
    assertThat(desk.answer(next, desk.right(old))).isInstanceOf(CodeOutcome.Wrong.class);
    assertThat(desk.answer(old, desk.right(old))).isEqualTo(new CodeOutcome.Exhausted());
    assertThat(desk.wrongAnswers()).isEqualTo(6);
  }

  @Test
  @DisplayName("A12 twenty rounds of five wrong answers and a resend stay within the budget")
  @AbuseCase("A12")
  void roundsOfResendsStayWithinTheBudget() {
    Instant dayLater = StepClock.START.plus(Duration.ofHours(24));
    Optional<Challenge> running = Optional.empty();
    for (int round = 0; round < 20 && desk.clock.instant().isBefore(dayLater); round++) {
      Sending sending = desk.send("login", running);
      if (sending instanceof Sending.Posted posted) {
        running = Optional.of(posted.challenge());
        grind(posted.challenge());
      } else if (sending instanceof Sending.Held held) {
        desk.clock.set(until(held.leave()));
      }
    }

    assertThat(desk.wrongAnswers()).isBetween(10, 30);
  }

  @Test
  void aNewQuestionIsAskedWhenTheOldOneCannotBeAnswered() {
    Challenge old = posted("login", Optional.empty()).challenge();
    desk.clock.forward(Challenge.LIFE);
    Challenge next = posted("login", Optional.of(old)).challenge();
    desk.answer(next, desk.right(next));
    desk.clock.forward(Duration.ofSeconds(30));
    Challenge third = posted("login", Optional.of(next)).challenge();

    assertThat(next.id()).isNotEqualTo(old.id());
    assertThat(third.id()).isNotEqualTo(next.id());
  }

  @Test
  @DisplayName("A09 no other login and no other address continues a challenge")
  @AbuseCase("A09")
  void noOtherLoginOrAddressContinuesAChallenge() {
    Challenge mine = posted("login 1", Optional.empty()).challenge();
    desk.clock.forward(Duration.ofSeconds(30));
    Challenge otherLogin = posted("login 2", Optional.of(mine)).challenge();
    desk.clock.forward(Duration.ofSeconds(30));
    Sending otherNumber =
        desk.sendCode.send(
            CodeDesk.request(CodeDesk.ANNA, "login 1", FactorKind.SMS, "+4915112345679"),
            Optional.of(mine.id()));

    assertThat(otherLogin.id()).isNotEqualTo(mine.id());
    assertThat(otherNumber)
        .asInstanceOf(type(Sending.Posted.class))
        .extracting(posted -> posted.challenge().id())
        .isNotEqualTo(mine.id());
  }

  @Test
  @DisplayName(
      "Links to typed numbers count as numbers that were tried; those to a proven one do not")
  void linksToTypedNumbersAreFew() {
    for (int n = 1; n <= 3; n++) {
      assertThat(link(Purpose.PORTAL_LINK_TYPED, n)).isInstanceOf(Sending.Posted.class);
    }

    assertThat(link(Purpose.PORTAL_LINK_TYPED, 4)).isEqualTo(new Sending.TooManyNumbers());
    assertThat(link(Purpose.ENROL_PHONE, 5)).isEqualTo(new Sending.TooManyNumbers());
    assertThat(link(Purpose.PORTAL_LINK_TYPED, 3)).isInstanceOf(Sending.Posted.class);
    assertThat(link(Purpose.PORTAL_LINK, 6)).isInstanceOf(Sending.Posted.class);
  }

  private Sending link(Purpose purpose, int number) {
    desk.clock.forward(Duration.ofMinutes(15));
    SendCode.Request any =
        CodeDesk.request(CodeDesk.ANNA, "login", FactorKind.SMS, "+491511234560" + number);
    return desk.sendCode.send(
        new SendCode.Request(any.account(), any.login(), purpose, any.route()), Optional.empty());
  }

  @Test
  @DisplayName("A13 the next SMS waits 30 seconds, the next e-mail 60")
  @AbuseCase("A13")
  void theNextMessageWaits() {
    assertThat(SendCode.coolDownOf(FactorKind.SMS)).isEqualTo(Duration.ofSeconds(30));
    assertThat(SendCode.coolDownOf(FactorKind.EMAIL)).isEqualTo(Duration.ofSeconds(60));
    posted("login", Optional.empty());
    Leave wait = new Leave.Wait(StepClock.START.plusSeconds(30));

    desk.clock.forward(Duration.ofSeconds(29));
    assertThat(desk.send("another login", Optional.empty())).isEqualTo(new Sending.Held(wait));
    assertThat(desk.letters).hasSize(1);
    desk.clock.forward(Duration.ofSeconds(1));
    assertThat(desk.send("another login", Optional.empty())).isInstanceOf(Sending.Posted.class);
  }

  @Test
  @DisplayName("A13 a patient clicker gets five messages in ten minutes and ten a day")
  @AbuseCase("A13")
  void aPatientClickerGetsTenMessagesADay() {
    long inTenMinutes = 0;
    for (int second = 0; second < 24 * 3600; second += 30) {
      desk.clock.set(StepClock.START.plusSeconds(second));
      desk.send("login " + second, Optional.empty());
      inTenMinutes = second < 600 ? desk.letters.size() : inTenMinutes;
    }

    assertThat(inTenMinutes).isEqualTo(5);
    assertThat(desk.letters).hasSize(10);
  }

  @Test
  @DisplayName("A13 two accounts with one number share its budget")
  @AbuseCase("A13")
  void twoAccountsWithOneNumberShareItsBudget() {
    posted("login", Optional.empty());
    SendCode.Request bens = CodeDesk.request(BEN, "login", FactorKind.SMS, CodeDesk.PHONE);
    Leave wait = new Leave.Wait(StepClock.START.plusSeconds(30));

    assertThat(desk.sendCode.send(bens, Optional.empty())).isEqualTo(new Sending.Held(wait));
    assertThat(
            desk.sendCode.send(
                CodeDesk.request(BEN, "login", FactorKind.SMS, "+4915187654321"), Optional.empty()))
        .isInstanceOf(Sending.Posted.class);
  }

  private Sending.Posted posted(String login, Optional<Challenge> running) {
    Sending sending = desk.send(login, running);
    assertThat(sending).isInstanceOf(Sending.Posted.class);
    return (Sending.Posted) sending;
  }

  /** Wrong answers until the code is dead or the account's day is over. */
  private void grind(Challenge challenge) {
    CodeOutcome outcome = desk.answer(challenge, desk.wrong(challenge));
    while (outcome instanceof CodeOutcome.Wrong || outcome instanceof CodeOutcome.Held) {
      if (outcome instanceof CodeOutcome.Held held) {
        desk.clock.set(until(held.leave()));
      }
      outcome = desk.answer(challenge, desk.wrong(challenge));
    }
  }

  private static Instant until(Leave leave) {
    return leave instanceof Leave.Wait wait ? wait.until() : ((Leave.UsedUp) leave).until();
  }
}
