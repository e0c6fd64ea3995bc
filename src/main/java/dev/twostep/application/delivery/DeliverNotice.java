package dev.twostep.application.delivery;

import dev.twostep.domain.delivery.Delivery;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;

/** Sends one notice, and sends it again a few times where the channel was down. */
public final class DeliverNotice {

  private final NoticeBox box;
  private final Carrier carrier;
  private final Clock clock;
  private final BiConsumer<Notice, String> failed;

  /**
   * @param failed hears of every try that came to nothing, with a reason that names no recipient
   */
  public DeliverNotice(
      NoticeBox box, Carrier carrier, Clock clock, BiConsumer<Notice, String> failed) {
    this.box = box;
    this.carrier = carrier;
    this.clock = clock;
    this.failed = failed;
  }

  /** Does nothing for a notice that is closed or that somebody else is sending. */
  public void deliver(String id) {
    box.claim(id, clock.instant()).ifPresent(this::send);
  }

  /** The notices for which {@link #deliver} is to be called once more. */
  public List<String> overdue() {
    return box.overdue(clock.instant());
  }

  private void send(Notice notice) {
    Delivery delivery = Attempt.of(() -> carrier.carry(notice));
    if (delivery instanceof Delivery.Delivered) {
      box.close(notice.id(), LetterState.SENT, "");
      return;
    }
    String reason = Attempt.reasonOf(delivery);
    failed.accept(notice, reason);
    if (delivery instanceof Delivery.Rejected) {
      box.close(notice.id(), LetterState.FAILED, reason);
    } else {
      box.putBack(notice.id(), reason);
    }
  }
}
