package dev.twostep.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.fixture.AbuseCase;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {

  private static final Instant ASKED = Instant.parse("2026-01-01T00:00:00Z");
  private static final OneTimeCode CODE = OneTimeCode.ofNumber(123456, 6);
  private static final Answer RIGHT = Answer.typed("123456");
  private static final Answer WRONG = Answer.typed("123457");

  @Test
  @DisplayName("A01 five wrong answers kill the code")
  @AbuseCase("A01")
  void fiveWrongAnswersKillTheCode() {
    Challenge challenge = ask();
    for (int wrong = 1; wrong <= Challenge.MOST_WRONG; wrong++) {
      assertThat(challenge.isOpenAt(ASKED)).isTrue();
      CodeCheck check = challenge.check(CODE, WRONG, ASKED);
      assertThat(check).isInstanceOf(CodeCheck.Wrong.class);
      challenge = ((CodeCheck.Wrong) check).counted();
      assertThat(challenge.progress().wrong()).isEqualTo(wrong);
    }

    assertThat(challenge.isOpenAt(ASKED)).isFalse();
    assertThat(challenge.check(CODE, RIGHT, ASKED)).isEqualTo(new CodeCheck.Exhausted());
  }

  @Test
  @DisplayName("A19 a code lives five minutes to the second, and no code more than ten")
  @AbuseCase("A19")
  void aCodeLivesFiveMinutesToTheSecond() {
    Instant end = ASKED.plus(Duration.ofMinutes(5));

    assertThat(Challenge.LIFE).isLessThanOrEqualTo(Duration.ofMinutes(10));
    assertThat(ask().check(CODE, RIGHT, end.minusSeconds(1)))
        .isInstanceOf(CodeCheck.Accepted.class);
    assertThat(ask().check(CODE, RIGHT, end)).isEqualTo(new CodeCheck.Expired());
    assertThat(ask().check(CODE, RIGHT, end.plusSeconds(1))).isEqualTo(new CodeCheck.Expired());
    assertThat(ask().isOpenAt(end.minusSeconds(1))).isTrue();
    assertThat(ask().isOpenAt(end)).isFalse();
  }

  @Test
  @DisplayName("A19 a clock that was set back makes no code immortal")
  @AbuseCase("A19")
  void aClockThatWasSetBackMakesNoCodeImmortal() {
    // Another node's clock may be a little slow.
    Instant slow = ASKED.minusSeconds(60);
    Instant hourBack = ASKED.minus(Duration.ofHours(1));

    assertThat(ask().check(CODE, RIGHT, slow)).isInstanceOf(CodeCheck.Accepted.class);
    assertThat(ask().check(CODE, RIGHT, hourBack)).isEqualTo(new CodeCheck.Expired());
    assertThat(ask().isOpenAt(hourBack)).isFalse();
  }

  @Test
  @DisplayName("A08 the right answer is right once")
  @AbuseCase("A08")
  void theRightAnswerIsRightOnce() {
    CodeCheck first = ask().check(CODE, RIGHT, ASKED);
    assertThat(first).isInstanceOf(CodeCheck.Accepted.class);
    Challenge spent = ((CodeCheck.Accepted) first).spent();

    assertThat(spent.check(CODE, RIGHT, ASKED)).isEqualTo(new CodeCheck.Spent());
    assertThat(spent.check(CODE, WRONG, ASKED)).isEqualTo(new CodeCheck.Spent());
    assertThat(spent.isOpenAt(ASKED)).isFalse();
  }

  @Property
  @AbuseCase("A01")
  void noSequenceOfAnswersGetsMoreThanFiveTriesOrTwoSuccesses(@ForAll List<Boolean> answers) {
    Challenge challenge = ask();
    int wrong = 0;
    int accepted = 0;
    for (boolean right : answers) {
      CodeCheck check = challenge.check(CODE, right ? RIGHT : WRONG, ASKED);
      if (check instanceof CodeCheck.Wrong counted) {
        challenge = counted.counted();
        wrong++;
      } else if (check instanceof CodeCheck.Accepted done) {
        challenge = done.spent();
        accepted++;
      }
    }

    assertThat(wrong).isLessThanOrEqualTo(5).isEqualTo(challenge.progress().wrong());
    assertThat(accepted).isLessThanOrEqualTo(1);
  }

  @Test
  void anIdIs128RandomBits() {
    SecureRandom random = new SecureRandom();

    assertThat(ChallengeId.random(random).hex()).matches("[0-9a-f]{32}");
    assertThat(ChallengeId.random(random)).isNotEqualTo(ChallengeId.random(random));
    assertThat(ChallengeId.random(random).bytes()).hasSize(16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0123456789ABCDEF0123456789ABCDEF", "00", "../etc/passwd"})
  void whatIsNoIdIsRefused(String hex) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ChallengeId(hex));
  }

  private static Challenge ask() {
    return Challenge.ask(
        ServerKeyTest.id(1),
        new Challenge.Question("login", Purpose.LOGIN, FactorKind.SMS, "digest", ASKED));
  }
}
