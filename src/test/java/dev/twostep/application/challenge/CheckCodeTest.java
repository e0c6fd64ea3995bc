package dev.twostep.application.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Leave;
import dev.twostep.fixture.AbuseCase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCodeTest {

  private static final CodeOutcome ACCEPTED = new CodeOutcome.Accepted(FactorKind.SMS);

  private final CodeDesk desk = new CodeDesk();

  @Test
  @DisplayName("A01 five wrong answers kill the code; the right one as the sixth is refused")
  @AbuseCase("A01")
  void fiveWrongAnswersKillTheCode() {
    Challenge challenge = desk.open("login");
    for (int n = 0; n < 5; n++) {
      assertThat(desk.answer(challenge, desk.wrong(challenge)))
          .isInstanceOf(CodeOutcome.Wrong.class);
      desk.clock.forward(Duration.ofSeconds(16));
    }

    assertThat(desk.answer(challenge, desk.right(challenge)))
        .isEqualTo(new CodeOutcome.Exhausted());
    assertThat(desk.wrongAnswers()).isEqualTo(5);
    assertThat(desk.logIn("login")).isEqualTo(ACCEPTED);
  }

  @Test
  @DisplayName("A01 an answer during the back-off is not evaluated and not counted")
  @AbuseCase("A01")
  void anAnswerDuringTheBackOffIsNotEvaluated() {
    Challenge challenge = desk.open("login");
    Leave wait = new Leave.Wait(desk.clock.instant().plusSeconds(1));

    assertThat(desk.answer(challenge, desk.wrong(challenge)))
        .isEqualTo(new CodeOutcome.Wrong(wait));
    assertThat(desk.answer(challenge, desk.right(challenge))).isEqualTo(new CodeOutcome.Held(wait));
    assertThat(desk.wrongAnswers()).isEqualTo(1);
    desk.clock.forward(Duration.ofSeconds(1));
    assertThat(desk.answer(challenge, desk.right(challenge))).isEqualTo(ACCEPTED);
  }

  @Test
  @DisplayName("A08 a spent code is refused again, and wrong and counted in a later login")
  @AbuseCase("A08")
  void aSpentCodeIsRefused() {
    Challenge first = desk.open("login 1");
    String code = desk.right(first);
    assertThat(desk.answer(first, code)).isEqualTo(ACCEPTED);

    assertThat(desk.answer(first, code)).isEqualTo(new CodeOutcome.Spent());
    assertThat(desk.answer(desk.open("login 2"), code)).isInstanceOf(CodeOutcome.Wrong.class);
    assertThat(desk.wrongAnswers()).isEqualTo(1);
  }

  @Test
  @DisplayName("A09 the code of another login is wrong and counted")
  @AbuseCase("A09")
  void theCodeOfAnotherLoginIsWrong() {
    Challenge mine = desk.open("login 1");
    Challenge other = desk.open("login 2");

    assertThat(desk.answer(other, desk.right(mine))).isInstanceOf(CodeOutcome.Wrong.class);
    assertThat(desk.wrongAnswers()).isEqualTo(1);
  }

  @Test
  @DisplayName("A09 the challenge of another login or of another account is not found")
  @AbuseCase("A09")
  void theChallengeOfAnotherLoginOrAccountIsNotFound() {
    Challenge challenge = desk.open("login 1");
    CheckCode.Question others =
        new CheckCode.Question(
            new Account("acme", "ben-id"), challenge.id(), "login 1", Purpose.LOGIN);

    assertThat(desk.answer(challenge, "login 2", desk.right(challenge)))
        .isEqualTo(new CodeOutcome.Expired());
    assertThat(desk.checkCode.check(others, Answer.typed(desk.right(challenge))))
        .isEqualTo(new CodeOutcome.Expired());
    assertThat(desk.answer(challenge, desk.right(challenge))).isEqualTo(ACCEPTED);
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  @DisplayName("C05 a code answers no question of another purpose")
  @AbuseCase("C05")
  void aCodeAnswersNoQuestionOfAnotherPurpose(Purpose asked) {
    Challenge challenge = desk.open("login", asked, FactorKind.SMS);
    for (Purpose claimed : Purpose.values()) {
      if (claimed != asked) {
        CheckCode.Question question =
            new CheckCode.Question(CodeDesk.ANNA, challenge.id(), "login", claimed);
        assertThat(desk.checkCode.check(question, Answer.typed(desk.right(challenge))))
            .isEqualTo(new CodeOutcome.Expired());
      }
    }

    assertThat(desk.answer(challenge, desk.right(challenge))).isEqualTo(ACCEPTED);
  }

  @Test
  @DisplayName("A19 a second before its end a code is right, a second after it is too old")
  @AbuseCase("A19")
  void aCodeEndsToTheSecond() {
    Challenge early = desk.open("login 1");
    Challenge late = desk.open("login 2");
    desk.clock.forward(Duration.ofSeconds(299));
    assertThat(desk.answer(early, desk.right(early))).isEqualTo(ACCEPTED);
    desk.clock.forward(Duration.ofSeconds(2));

    assertThat(desk.answer(late, desk.right(late))).isEqualTo(new CodeOutcome.Expired());
    assertThat(desk.wrongAnswers()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s ", "%s\u200b", " %s", "%s-", "\ufeff%s"})
  @DisplayName("A22 no spelling spends a code twice")
  @AbuseCase("A22")
  void noSpellingSpendsACodeTwice(String spelling) {
    Challenge challenge = desk.open("login");
    String variant = spelling.replace("%s", desk.right(challenge));

    assertThat(desk.answer(challenge, desk.right(challenge))).isEqualTo(ACCEPTED);
    assertThat(desk.answer(challenge, variant)).isEqualTo(new CodeOutcome.Spent());
  }

  @Test
  @DisplayName("A22 every spelling of a wrong code is a try of its own")
  @AbuseCase({"A22", "A23"})
  void everySpellingOfAWrongCodeCounts() {
    Challenge challenge = desk.open("login");
    String wrong = desk.wrong(challenge);
    for (String typed :
        new String[] {wrong, wrong + " ", "\u200b" + wrong, wrong + "-", arabic(wrong)}) {
      assertThat(desk.answer(challenge, typed)).isInstanceOf(CodeOutcome.Wrong.class);
      desk.clock.forward(Duration.ofSeconds(16));
    }

    assertThat(desk.answer(challenge, desk.right(challenge)))
        .isEqualTo(new CodeOutcome.Exhausted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "😀", "-1", "null", "1e6", "x"})
  @DisplayName("A24 nonsense of any length is one wrong answer")
  @AbuseCase("A24")
  void nonsenseIsOneWrongAnswer(String nonsense) {
    Challenge challenge = desk.open("login");

    assertThat(desk.answer(challenge, nonsense.repeat(300_000)))
        .isInstanceOf(CodeOutcome.Wrong.class);
    assertThat(desk.wrongAnswers()).isEqualTo(1);
    assertThat(desk.ledger.challenge(challenge.id()).progress().wrong()).isEqualTo(1);
  }

  @Test
  @DisplayName("nothing is accepted that cannot be written down")
  void nothingIsAcceptedThatCannotBeWrittenDown() {
    Challenge challenge = desk.open("login");
    desk.ledger.breakDown();

    assertThatIllegalStateException()
        .isThrownBy(() -> desk.answer(challenge, desk.right(challenge)));
    assertThat(desk.ledger.challenge(challenge.id()).isOpenAt(desk.clock.instant())).isTrue();
  }

  private static String arabic(String digits) {
    StringBuilder folded = new StringBuilder();
    digits.chars().forEach(c -> folded.append((char) ('\u0660' + c - '0')));
    return folded.toString();
  }

  @Test
  void remembersWhenACodeOfThatKindWasRight() {
    Challenge challenge = desk.open("login-1");
    desk.answer(challenge, desk.wrong(challenge));
    assertThat(desk.ledger.lastUsesOf(CodeDesk.ANNA).at()).isEmpty();

    desk.clock.forward(Duration.ofSeconds(60));
    desk.answer(challenge, desk.right(challenge));

    assertThat(desk.ledger.lastUsesOf(CodeDesk.ANNA).at())
        .isEqualTo(Map.of(FactorKind.SMS, desk.clock.instant()));
  }
}
