package dev.twostep.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.fixture.memory.InMemoryNoticeBox;
import dev.twostep.fixture.memory.PlainBreakers;
import dev.twostep.fixture.memory.RecordingCarrier;
import dev.twostep.fixture.memory.StepClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeliverNoticeTest {

  private static final Notice NOTICE =
      new Notice(
          "notice",
          new Notice.Story("acme", "ADDED", "totp", "", StepClock.START),
          new Letter.Address(FactorKind.SMS, "+4915112345678", Locale.GERMAN, ""),
          "https://login.example.org/realms/acme/twostep/news/1");

  private final StepClock clock = new StepClock();
  private final InMemoryNoticeBox box = new InMemoryNoticeBox();
  private final RecordingCarrier carrier = new RecordingCarrier();
  private final List<String> failures = new ArrayList<>();
  private final DeliverNotice deliver =
      new DeliverNotice(
          new DeliverNotice.Post(
              box,
              carrier,
              new Tries(new PlainBreakers(clock), attempted -> {}, clock, new SecureRandom())),
          clock,
          (notice, reason) -> failures.add(reason));

  @BeforeEach
  void post() {
    box.post(NOTICE);
  }

  @Test
  void isCarriedOnce() {
    deliver.deliver("notice", Runnable::run);
    deliver.deliver("notice", Runnable::run);
    clock.set(StepClock.START.plus(Duration.ofHours(1)));

    assertThat(carrier.notices()).containsExactly(NOTICE);
    assertThat(box.slip("notice").state()).isEqualTo(LetterState.SENT);
    assertThat(deliver.overdue()).isEmpty();
  }

  @Test
  @DisplayName("a channel that is down is tried three times, a minute apart, and then no more")
  void isTriedAgain() {
    carrier.answers(() -> new Delivery.Unavailable("time-out"));
    deliver.deliver("notice", Runnable::run);
    assertThat(deliver.overdue()).isEmpty();
    for (int minute = 1; minute < 9; minute++) {
      clock.set(StepClock.START.plus(Duration.ofMinutes(minute)));
      deliver.overdue().forEach(id -> deliver.deliver(id, Runnable::run));
    }

    assertThat(carrier.notices()).hasSize(NoticeBox.TRIES);
    assertThat(box.slip("notice").state()).isEqualTo(LetterState.FAILED);
    assertThat(failures).containsOnly("unavailable: time-out").hasSize(NoticeBox.TRIES);
  }

  @Test
  void whatWillNeverBeTakenIsNotTriedAgain() {
    carrier.answers(() -> new Delivery.Rejected("the realm has no SMTP server"));
    deliver.deliver("notice", Runnable::run);
    clock.set(StepClock.START.plus(Duration.ofHours(1)));

    assertThat(deliver.overdue()).isEmpty();
    assertThat(box.slip("notice").state()).isEqualTo(LetterState.FAILED);
    assertThat(failures).containsExactly("rejected: the realm has no SMTP server");
  }

  @Test
  @DisplayName("a notice that was lost with its node is found again")
  void isFoundAgain() {
    box.claim("notice", StepClock.START);
    clock.set(StepClock.START.plus(NoticeBox.LOST));
    deliver.overdue().forEach(id -> deliver.deliver(id, Runnable::run));

    assertThat(carrier.notices()).hasSize(1);
  }
}
