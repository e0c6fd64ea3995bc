package dev.twostep.application.challenge;

import dev.twostep.application.challenge.SendCode.Sending;
import dev.twostep.application.delivery.Letter;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.code.TimeSteps;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Leave;
import dev.twostep.fixture.memory.InMemoryLedger;
import dev.twostep.fixture.memory.StepClock;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The use cases around one ledger, one clock and Anna, who is asked. */
final class CodeDesk {

  static final Account ANNA = new Account("acme", "anna-id");
  static final String PHONE = "+4915112345678";

  final StepClock clock = new StepClock();
  final InMemoryLedger ledger = new InMemoryLedger();
  final ServerKey key =
      ServerKey.of("a key of thirty-two bytes or more".getBytes(StandardCharsets.US_ASCII));
  final CheckCode checkCode = new CheckCode(ledger, key, clock);
  final CheckTotp checkTotp = new CheckTotp(ledger, clock);
  final SendCode sendCode = new SendCode(ledger, key, clock, new SecureRandom());

  private final SecureRandom random = new SecureRandom();

  /** A running challenge by SMS in that login, without the message. */
  /** What was posted, in this order. */
  final List<Letter> letters = new CopyOnWriteArrayList<>();

  Challenge open(String login) {
    return open(login, Purpose.LOGIN, FactorKind.SMS);
  }

  Challenge open(String login, Purpose purpose, FactorKind channel) {
    Challenge challenge =
        Challenge.ask(
            ChallengeId.random(random),
            new Challenge.Question(login, purpose, channel, "digest", clock.instant()));
    return ledger.settle(
        ANNA,
        entry -> {
          entry.add(challenge);
          return challenge;
        });
  }

  Sending send(String login, Optional<Challenge> running) {
    Sending sending =
        sendCode.send(request(ANNA, login, FactorKind.SMS, PHONE), running.map(Challenge::id));
    if (sending instanceof Sending.Posted posted) {
      letters.add(posted.letter());
    }
    return sending;
  }

  static SendCode.Request request(Account account, String login, FactorKind channel, String to) {
    return new SendCode.Request(
        account,
        login,
        channel == FactorKind.EMAIL ? Purpose.ENROL_EMAIL : Purpose.LOGIN,
        new SendCode.Route(
            new Letter.Address(channel, to, Locale.ENGLISH, "login.example.org"),
            Optional.empty(),
            "192.0.2.1"));
  }

  /** Answers a challenge in the login and for the purpose that it was asked for. */
  CodeOutcome answer(Challenge challenge, String typed) {
    return answer(challenge, challenge.question().login(), typed);
  }

  CodeOutcome answer(Challenge challenge, String login, String typed) {
    return checkCode.check(
        new CheckCode.Question(ANNA, challenge.id(), login, challenge.question().purpose()),
        Answer.typed(typed));
  }

  String right(Challenge challenge) {
    return key.codeOf(challenge.id(), ANNA.user(), challenge.question().purpose()).digits();
  }

  String wrong(Challenge challenge) {
    int next = (Integer.parseInt(right(challenge)) + 1) % 1_000_000;
    return String.format(Locale.ROOT, "%06d", next);
  }

  /** A wrong answer in a new login, as soon as the account's back-off allows one. */
  CodeOutcome guess(String login, FactorKind kind) {
    if (ledger.attemptsOf(ANNA).leaveAt(clock.instant(), kind) instanceof Leave.Wait wait) {
      clock.set(wait.until());
    }
    if (kind == FactorKind.TOTP) {
      return checkTotp.check(ANNA, List.of(app()), Answer.typed("no code"));
    }
    Challenge challenge = open(login, Purpose.LOGIN, kind);
    return answer(challenge, wrong(challenge));
  }

  /** The owner logs in. */
  CodeOutcome logIn(String login) {
    Challenge challenge = open(login);
    return answer(challenge, right(challenge));
  }

  static CheckTotp.App app() {
    byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    return new CheckTotp.App(
        "app",
        new TimeSteps(new TimeSteps.Secret(secret, "HmacSHA1"), Duration.ofSeconds(30), 6, 1));
  }

  int wrongAnswers() {
    return ledger.attemptsOf(ANNA).wrong().size();
  }
}
