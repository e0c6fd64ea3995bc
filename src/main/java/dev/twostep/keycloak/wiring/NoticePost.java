package dev.twostep.keycloak.wiring;

import dev.twostep.application.delivery.Carrier;
import dev.twostep.application.delivery.DeliverNotice;
import dev.twostep.application.delivery.Notice;
import dev.twostep.keycloak.store.JpaNoticeBox;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The way of a notice: at once after the commit, and again in the rounds if that failed. */
final class NoticePost {

  private static final Logger LOG = Logger.getLogger(NoticePost.class);

  private final DeliverNotice deliver;
  private final Dispatch dispatch;

  NoticePost(
      KeycloakSessionFactory sessions, Carrier carrier, Clock clock, SendingThreads threads) {
    this.deliver =
        new DeliverNotice(new JpaNoticeBox(sessions), carrier, clock, NoticePost::failed);
    // What finds the queue full stays where it is: the next round takes it.
    this.dispatch = new Dispatch(threads, deliver::deliver, id -> {});
  }

  void afterCommit(KeycloakSession session, String notice) {
    dispatch.afterCommit(session, notice);
  }

  void overdue() {
    deliver.overdue().forEach(dispatch::hand);
  }

  private static void failed(Notice notice, String reason) {
    LOG.warnf(
        "realm %s: notice %s of a changed factor could not be sent by %s: %s",
        notice.realm(), notice.id(), notice.address().channel().word(), reason);
  }
}
