package dev.twostep.application.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.CheckCode;
import dev.twostep.application.challenge.CodeOutcome;
import dev.twostep.application.challenge.SendCode.Sending;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Leave;
import dev.twostep.domain.limit.Tally;
import dev.twostep.domain.limit.Tally.Kind;
import dev.twostep.fixture.AbuseCase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many accounts, one guess on each: no account's budget sees it, the realm does. */
class GuessWatchTest {

  /** As often as every node looks. */
  private static final Duration ROUND = Duration.ofSeconds(15);

  private static final String BAD = "203.0.113.7";
  private static final String GOOD = "192.0.2.1";

  private final Realm realm = new Realm();
  private final GuessWatch watch =
      new GuessWatch(realm.ledger, name -> Realm.caps("100/10m"), realm, realm.clock);

  @Test
  @DisplayName("A50 one guess on each of many accounts: alarm within 60 s, the guesser is held")
  @AbuseCase("A50")
  void grindAcrossAccounts() {
    Instant began = realm.clock.instant();
    int evaluated = 0;
    for (int n = 0; n < 1000; n++) {
      evaluated += guess("victim-" + n, BAD) instanceof CodeOutcome.Wrong ? 1 : 0;
      realm.clock.forward(Duration.ofMillis(250));
      if (n % 60 == 0) {
        watch.look();
      }
    }

    assertThat(realm.alerts.get(GuessWatch.ALERT)).isBefore(began.plusSeconds(60));
    assertThat(evaluated).isBetween(100, 160);
  }

  @Test
  @DisplayName("A50 while the alarm is up, others answer as ever")
  @AbuseCase("A50")
  void othersAreNotSlowed() {
    raiseTheAlarm();

    assertThat(right("honest", GOOD)).isEqualTo(new CodeOutcome.Accepted(FactorKind.SMS));
    assertThat(guess("clumsy", GOOD)).isInstanceOf(CodeOutcome.Wrong.class);
    assertThat(right("clumsy-2", GOOD)).isInstanceOf(CodeOutcome.Accepted.class);
    assertThat(right("victim", BAD)).isInstanceOf(CodeOutcome.Held.class);
  }

  @Test
  @DisplayName("A50 a held address is told how long, and is free again ten minutes later")
  @AbuseCase("A50")
  void holdEnds() {
    raiseTheAlarm();
    CodeOutcome held = guess("victim", BAD);
    Leave leave = ((CodeOutcome.Held) held).leave();

    assertThat(leave).isInstanceOf(Leave.Wait.class);
    assertThat(((Leave.Wait) leave).until())
        .isAfter(realm.clock.instant())
        .isBefore(realm.clock.instant().plus(GuessWatch.MEMORY).plusSeconds(61));
    realm.clock.set(((Leave.Wait) leave).until());
    watch.look();
    assertThat(guess("victim-2", BAD)).isInstanceOf(CodeOutcome.Wrong.class);
  }

  @Test
  @DisplayName("without an alarm nobody is held, however often an address is wrong")
  void noAlarmNoHold() {
    for (int n = 0; n < 50; n++) {
      assertThat(guess("user-" + n, BAD)).isInstanceOf(CodeOutcome.Wrong.class);
    }
    watch.look();

    assertThat(guess("user-x", BAD)).isInstanceOf(CodeOutcome.Wrong.class);
    assertThat(realm.alerts).isEmpty();
  }

  @Test
  @DisplayName("A50 a right answer counts nothing and asks for nothing that is shared")
  @AbuseCase("A50")
  void rightAnswersTouchNothingShared() {
    right("honest", GOOD);

    assertThat(realm.ledger.counted(Realm.NAME, new Tally(Kind.WRONG, ""))).isZero();
    guess("clumsy", GOOD);
    assertThat(realm.ledger.counted(Realm.NAME, new Tally(Kind.WRONG, ""))).isEqualTo(1);
    assertThat(realm.ledger.counted(Realm.NAME, new Tally(Kind.WRONG_IP, GOOD))).isEqualTo(1);
  }

  private void raiseTheAlarm() {
    for (int n = 0; n < 100; n++) {
      guess("victim-" + n, BAD);
    }
    realm.clock.forward(ROUND);
    watch.look();
  }

  private CodeOutcome guess(String user, String network) {
    return answer(user, network, false);
  }

  private CodeOutcome right(String user, String network) {
    return answer(user, network, true);
  }

  private CodeOutcome answer(String user, String network, boolean right) {
    Account account = new Account(Realm.NAME, user);
    int number = Math.floorMod(user.hashCode(), 1_000_000);
    Sending sending = realm.text(user, SharedLimitsTest.number(5, number));
    Challenge challenge = ((Sending.Posted) sending).challenge();
    String code = realm.key.codeOf(challenge.id(), user, Purpose.LOGIN).digits();
    String typed = right ? code : (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    return realm
        .checkCode
        .from(GuessGuard.of(watch, network))
        .check(
            new CheckCode.Question(account, challenge.id(), "login", Purpose.LOGIN),
            Answer.typed(typed));
  }
}
