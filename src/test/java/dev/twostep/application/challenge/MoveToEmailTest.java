package dev.twostep.application.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.delivery.Letter;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.SendBudget;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoveToEmailTest {

  private static final String MAIL = "anna@example.org";

  private final CodeDesk desk = new CodeDesk();
  private final MoveToEmail move = new MoveToEmail(desk.ledger, desk.key, desk.clock);
  private final Challenge challenge = desk.open("login");

  @Test
  void theCodeProvesTheMailFromNowOn() {
    assertThat(move.settle(letter())).isTrue();

    assertThat(desk.answer(challenge, desk.right(challenge)))
        .isEqualTo(new CodeOutcome.Accepted(FactorKind.EMAIL));
  }

  @Test
  void theMailCountsForItsAddressAndNotForTheAccountAgain() {
    move.settle(letter());

    assertThat(sendsTo().sent()).hasSize(1);
    assertThat(desk.ledger.<SendBudget>settle(CodeDesk.ANNA, Ledger.Entry::sends).sent()).isEmpty();
  }

  @Test
  void anAddressWithTooManyMessagesGetsNoMore() {
    for (int mail = 0; mail < 5; mail++) {
      assertThat(move.settle(letter())).isTrue();
    }
    assertThat(move.settle(letter())).isFalse();
  }

  @Test
  void aCodeThatWasUsedStays() {
    desk.answer(challenge, desk.right(challenge));

    assertThat(move.settle(letter())).isFalse();
    assertThat(desk.ledger.challenge(challenge.id()).question().channel())
        .isEqualTo(FactorKind.SMS);
    assertThat(sendsTo().sent()).isEmpty();
  }

  @Test
  void aCodeThatTheLoginNoLongerAsksForStays() {
    desk.clock.forward(Duration.ofSeconds(5));
    desk.open("login", Purpose.LOGIN, FactorKind.EMAIL);
    assertThat(move.settle(letter())).isFalse();

    Challenge mine = desk.open("mine");
    desk.clock.forward(Duration.ofSeconds(5));
    desk.open("another login");
    assertThat(move.settle(letter(mine))).isTrue();
  }

  @Test
  void aCodeThatIsTooOldOrDeadStays() {
    desk.clock.forward(Challenge.LIFE);
    assertThat(move.settle(letter())).isFalse();

    Challenge dead = desk.open("another");
    for (int wrong = 0; wrong < Challenge.MOST_WRONG; wrong++) {
      desk.answer(dead, desk.wrong(dead));
      desk.clock.forward(Duration.ofSeconds(16));
    }
    assertThat(move.settle(letter(dead))).isFalse();
  }

  private SendBudget sendsTo() {
    String digest = desk.key.digestOf("acme", MAIL);
    return desk.ledger.settle(CodeDesk.ANNA, entry -> entry.sendsTo(digest));
  }

  private Letter letter() {
    return letter(challenge);
  }

  private static Letter letter(Challenge about) {
    return new Letter(
        "letter",
        new Letter.Subject("acme", CodeDesk.ANNA.user(), about.id(), Purpose.LOGIN),
        new Letter.Address(FactorKind.EMAIL, MAIL, Locale.ENGLISH, "login.example.org"),
        Optional.empty(),
        about.expiresAt());
  }
}
