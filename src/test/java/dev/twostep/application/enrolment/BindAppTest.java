package dev.twostep.application.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.CheckTotp;
import dev.twostep.application.challenge.CodeOutcome;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.Otp;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.code.TimeSteps;
import dev.twostep.domain.enrolment.ClockDrift;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.memory.InMemoryLedger;
import dev.twostep.fixture.memory.StepClock;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BindAppTest {

  private static final Account ANNA = new Account("acme", "anna-id");
  private static final String PHONE = "+4915112345678";
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final CheckTotp.App APP =
      new CheckTotp.App(
          "new-app", new TimeSteps(new TimeSteps.Secret(SECRET, "HmacSHA1"), STEP, 6, 1));

  private final StepClock clock = new StepClock();
  private final InMemoryLedger ledger = new InMemoryLedger();
  private final ServerKey key =
      ServerKey.of("a key of thirty-two bytes or more".getBytes(StandardCharsets.US_ASCII));
  private final BindApp bindApp = new BindApp(ledger, Optional.of(key), clock);
  private final Challenge challenge = open("tab", Purpose.BIND_APP);

  @Test
  void bindsByBothCodesAndSpendsBoth() {
    assertThat(bind(sms(), app(0))).isEqualTo(new BindOutcome.Bound());

    assertThat(wrongAnswers()).isZero();
    assertThat(bind(sms(), app(0))).isEqualTo(new BindOutcome.Unevaluated(new CodeOutcome.Spent()));
    assertThat(new CheckTotp(ledger, clock).check(ANNA, List.of(APP), Answer.typed(app(0))))
        .isInstanceOf(CodeOutcome.Wrong.class);
  }

  @Test
  @AbuseCase("C02")
  @DisplayName("C02 neither code binds alone, nor is it spent alone")
  void neitherCodeBindsAlone() {
    assertThat(bind(sms(), "")).isInstanceOf(BindOutcome.WrongApp.class);
    rest();
    assertThat(bind("", app(0))).isInstanceOf(BindOutcome.Wrong.class);
    rest();
    assertThat(wrongAnswers()).isEqualTo(2);
    assertThat(bind(sms(), app(0))).isEqualTo(new BindOutcome.Bound());
  }

  @Test
  void aWrongConfirmationTellsNothingOfTheApp() {
    BindOutcome right = bind(notSms(), app(0));
    resetBackOff();
    BindOutcome wrong = bind(notSms(), "no code");
    resetBackOff();
    BindOutcome late = bind(notSms(), app(-4));

    assertThat(right).isInstanceOf(BindOutcome.Wrong.class).isEqualTo(wrong).isEqualTo(late);
  }

  @Test
  void tellsHowFarThePhonesClockIsOff() {
    assertThat(drift(bind(sms(), app(-3)))).contains(new ClockDrift(-3));
    rest();
    assertThat(drift(bind(sms(), app(20)))).contains(new ClockDrift(20));
    rest();
    assertThat(drift(bind(sms(), app(21)))).isEmpty();
    assertThat(wrongAnswers()).isEqualTo(3);
  }

  @Test
  void everyWrongSubmissionIsOneTryOfTheAccountAndOfTheMessage() {
    for (int tries = 0; tries < Challenge.MOST_WRONG; tries++) {
      bind(tries % 2 == 0 ? sms() : notSms(), "no code");
      resetBackOff();
    }

    assertThat(wrongAnswers()).isEqualTo(5);
    assertThat(bind(sms(), app(0)))
        .isEqualTo(new BindOutcome.Unevaluated(new CodeOutcome.Exhausted()));
  }

  @Test
  void looksAtNothingWhileTheAccountMustWait() {
    bind(notSms(), app(0));

    assertThat(bind(sms(), app(0))).isInstanceOf(BindOutcome.Unevaluated.class);
    assertThat(wrongAnswers()).isEqualTo(1);
  }

  @Test
  @AbuseCase("C04")
  @DisplayName("C04 a code that went to another number than the account's binds nothing")
  void theNumberMustStillBeTheAccounts() {
    assertThat(bind(binding("tab", "+4915199999999", challenge), sms(), app(0)))
        .isEqualTo(new BindOutcome.Unevaluated(new CodeOutcome.Expired()));
  }

  @Test
  @AbuseCase("C05")
  @DisplayName("C05 a code for a login, or of another tab, binds nothing")
  void purposeAndLoginArePartOfTheQuestion() {
    Challenge login = open("tab", Purpose.LOGIN);
    String right = key.codeOf(login.id(), ANNA.user(), Purpose.LOGIN).digits();

    assertThat(bind(binding("tab", PHONE, login), right, app(0)))
        .isEqualTo(new BindOutcome.Unevaluated(new CodeOutcome.Expired()));
    assertThat(bind(binding("other tab", PHONE, challenge), sms(), app(0)))
        .isEqualTo(new BindOutcome.Unevaluated(new CodeOutcome.Expired()));
  }

  @Test
  void withoutAConfirmationTheAppsCodeIsEnough() {
    BindApp keyless = new BindApp(ledger, Optional.empty(), clock);
    var alone = new BindApp.Binding(ANNA, "tab", APP, Optional.empty());

    assertThat(keyless.bind(alone, answers("", "no code")))
        .isInstanceOf(BindOutcome.WrongApp.class);
    rest();
    assertThat(keyless.bind(alone, answers("", app(0)))).isEqualTo(new BindOutcome.Bound());
  }

  private BindOutcome bind(String sms, String app) {
    return bind(binding("tab", PHONE, challenge), sms, app);
  }

  private BindOutcome bind(BindApp.Binding binding, String sms, String app) {
    return bindApp.bind(binding, answers(sms, app));
  }

  private static BindApp.Answers answers(String sms, String app) {
    return new BindApp.Answers(Answer.typed(sms), Answer.typed(app));
  }

  private static BindApp.Binding binding(String login, String phone, Challenge challenge) {
    var confirmation = new BindApp.Confirmation(challenge.id(), phone);
    return new BindApp.Binding(ANNA, login, APP, Optional.of(confirmation));
  }

  private Challenge open(String login, Purpose purpose) {
    Challenge asked =
        Challenge.ask(
            ChallengeId.random(new SecureRandom()),
            new Challenge.Question(
                login,
                purpose,
                FactorKind.SMS,
                key.digestOf(ANNA.realm(), PHONE),
                clock.instant()));
    return ledger.settle(
        ANNA,
        entry -> {
          entry.add(asked);
          return asked;
        });
  }

  private String sms() {
    return key.codeOf(challenge.id(), ANNA.user(), Purpose.BIND_APP).digits();
  }

  private String notSms() {
    return sms().charAt(0) == '9' ? "0" + sms().substring(1) : "9" + sms().substring(1);
  }

  private String app(int stepsAhead) {
    long step = clock.instant().getEpochSecond() / STEP.toSeconds() + stepsAhead;
    return Otp.at(SECRET, "HmacSHA1", step, 6).digits();
  }

  private static Optional<ClockDrift> drift(BindOutcome outcome) {
    return ((BindOutcome.WrongApp) outcome).drift();
  }

  private void rest() {
    clock.forward(Duration.ofSeconds(8));
  }

  private void resetBackOff() {
    ledger.settle(
        ANNA,
        entry -> {
          entry.write(entry.attempts().right(FactorKind.SMS));
          return entry;
        });
  }

  private int wrongAnswers() {
    return ledger.attemptsOf(ANNA).wrong().size();
  }
}
