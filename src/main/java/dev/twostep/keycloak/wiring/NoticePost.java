package dev.twostep.keycloak.wiring;

import dev.twostep.application.delivery.DeliverNotice;
import dev.twostep.application.delivery.Notice;
import dev.twostep.domain.factor.FactorKind;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/** The way of a notice: at once after the commit, and again in the rounds if that failed. */
final class NoticePost {

  private static final Logger LOG = Logger.getLogger(NoticePost.class);

  private final DeliverNotice deliver;

  /** That of e-mail whatever the channel is: news never stands before a code by SMS. */
  private final Lane lane;

  NoticePost(DeliverNotice.Post post, Clock clock, SendingThreads threads) {
    this.deliver = new DeliverNotice(post, clock, NoticePost::failed);
    this.lane = threads.of(FactorKind.EMAIL);
  }

  void afterCommit(KeycloakSession session, String notice) {
    AfterCommit.run(session, () -> hand(notice));
  }

  void overdue() {
    deliver.overdue().forEach(this::hand);
  }

  private void hand(String notice) {
    // What finds the queue full stays where it is: the next round takes it.
    if (!lane.offerLater(() -> deliver.deliver(notice, lane))) {
      LOG.warn("too many messages wait already: a notice has to wait for room");
    }
  }

  private static void failed(Notice notice, String reason) {
    LOG.warnf(
        "realm %s: notice %s of a changed factor could not be sent by %s: %s",
        notice.realm(), notice.id(), notice.address().channel().word(), reason);
  }
}
