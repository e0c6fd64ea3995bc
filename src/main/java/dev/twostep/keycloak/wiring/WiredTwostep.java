package dev.twostep.keycloak.wiring;

import dev.twostep.application.apppassword.CheckAppPassword;
import dev.twostep.application.apppassword.IssueAppPassword;
import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.CheckCode;
import dev.twostep.application.challenge.CheckTotp;
import dev.twostep.application.challenge.Ledger;
import dev.twostep.application.challenge.SendCode;
import dev.twostep.application.challenge.SendWithinLimits;
import dev.twostep.application.delivery.Breakers;
import dev.twostep.application.delivery.Letter;
import dev.twostep.application.delivery.TakeReceipt;
import dev.twostep.application.device.DeviceDesk;
import dev.twostep.application.enrolment.BindApp;
import dev.twostep.application.enrolment.Graces;
import dev.twostep.application.enrolment.Numbers;
import dev.twostep.application.office.CheckOfficeCode;
import dev.twostep.application.pass.CheckPass;
import dev.twostep.application.pass.IssuePass;
import dev.twostep.application.portal.Pictures;
import dev.twostep.channel.pretend.PretendInbox;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.Locker;
import dev.twostep.domain.code.LockerRing;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.keycloak.gateway.GatewayAccess;
import dev.twostep.keycloak.limit.SharedLimits;
import dev.twostep.keycloak.office.EnrolmentLinks;
import dev.twostep.keycloak.portal.PortalLinks;
import dev.twostep.keycloak.robot.RobotDesk;
import dev.twostep.keycloak.store.DatabaseClock;
import dev.twostep.keycloak.store.JpaGraces;
import dev.twostep.keycloak.store.JpaKnownDevices;
import dev.twostep.keycloak.store.JpaLedger;
import dev.twostep.keycloak.store.JpaLetters;
import dev.twostep.keycloak.store.JpaNumbers;
import dev.twostep.keycloak.store.JpaOfficeBudget;
import dev.twostep.keycloak.store.JpaPortalLeases;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** The use cases of one server; all of them are stateless and shared by all sessions. */
final class WiredTwostep implements Twostep {

  /** The two kinds of messages; letters with codes need a server key, notices do not. */
  record Post(
      Optional<LetterPost> letters, NoticePost notices, DeliveryRecord seen, Shared shared) {}

  /** What they have in common. */
  record Shared(
      GatewayAccess access,
      Breakers breakers,
      SharedLimits limits,
      Predicate<Runnable> lists,
      Pictures pictures) {}

  private final Ledger ledger;
  private final Clock clock;
  private final Post post;
  private final Optional<ServerKey> key;
  private final Optional<SendCode> sendCode;
  private final Optional<CheckCode> checkCode;
  private final CheckTotp checkTotp;
  private final Optional<IssuePass> issuePass;
  private final Optional<CheckPass> checkPass;
  private final Optional<DeviceDesk> devices;
  private final BindApp bindApp;
  private final Graces graces;
  private final RobotDesk robotDesk;
  private volatile Optional<LockerRing> portalKeys = Optional.empty();

  WiredTwostep(KeycloakSessionFactory sessions, Clock clock, Optional<ServerKey> key, Post post) {
    this.ledger = new JpaLedger(sessions, key);
    this.clock = clock;
    this.post = post;
    this.key = key;
    this.sendCode = key.map(k -> new SendCode(ledger, k, clock, new SecureRandom()));
    this.checkCode = key.map(k -> new CheckCode(ledger, k, clock));
    this.checkTotp = new CheckTotp(ledger, clock);
    this.issuePass = key.map(k -> new IssuePass(k, clock, new SecureRandom()));
    this.checkPass = key.map(k -> new CheckPass(ledger, k, clock));
    this.devices = key.map(k -> DeviceDesk.of(ledger, new JpaKnownDevices(sessions), k, clock));
    this.bindApp = new BindApp(ledger, key, clock);
    this.graces = new JpaGraces(sessions);
    this.robotDesk =
        RobotDesk.of(
            clock, new JpaPortalLeases(sessions, this::portalKeys), new DatabaseClock(sessions));
  }

  /** Takes up what other nodes, or this one before its restart, left behind. */
  void start(Optional<LockerRing> ring) {
    portalKeys = ring;
    post.letters().ifPresent(LetterPost::start);
  }

  @Override
  public boolean hasServerKey() {
    return sendCode.isPresent();
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public SendCode sendCode() {
    return sendCode.orElseThrow(WiredTwostep::noKey);
  }

  @Override
  public SendWithinLimits sendWithinLimits() {
    return new SendWithinLimits(sendCode(), limits().sentry());
  }

  @Override
  public SharedLimits limits() {
    return post.shared().limits();
  }

  @Override
  public CheckCode checkCode() {
    return checkCode.orElseThrow(WiredTwostep::noKey);
  }

  @Override
  public CheckTotp checkTotp() {
    return checkTotp;
  }

  @Override
  public CheckOfficeCode checkOfficeCode() {
    return new CheckOfficeCode(ledger, limits().alerts(), clock);
  }

  @Override
  public Optional<EnrolmentLinks> enrolmentLinks() {
    return key.map(EnrolmentLinks::new);
  }

  @Override
  public Optional<PortalLinks> portalLinks() {
    return key.map(PortalLinks::new);
  }

  @Override
  public Pictures pictures() {
    return post.shared().pictures();
  }

  @Override
  public boolean inBackground(Runnable list) {
    return post.shared().lists().test(list);
  }

  @Override
  public JpaOfficeBudget officeBudget(KeycloakSession session, RealmModel realm) {
    return new JpaOfficeBudget(session, realm, key);
  }

  @Override
  public IssuePass issuePass() {
    return issuePass.orElseThrow(WiredTwostep::noKey);
  }

  @Override
  public CheckPass checkPass() {
    return checkPass.orElseThrow(WiredTwostep::noKey);
  }

  @Override
  public Optional<DeviceDesk> devices() {
    return devices;
  }

  @Override
  public IssueAppPassword issueAppPassword() {
    return new IssueAppPassword(key.orElseThrow(WiredTwostep::noKey), new SecureRandom());
  }

  @Override
  public CheckAppPassword checkAppPassword() {
    return new CheckAppPassword(key.orElseThrow(WiredTwostep::noKey), clock);
  }

  @Override
  public BindApp bindApp() {
    return bindApp;
  }

  @Override
  public Numbers numbers(KeycloakSession session) {
    return new JpaNumbers(session, key.orElseThrow(WiredTwostep::noKey));
  }

  @Override
  public Graces graces() {
    return graces;
  }

  @Override
  public void forgetLimits(Account account) {
    ledger.settle(
        account,
        entry -> {
          entry.forgetLimits();
          return account;
        });
  }

  @Override
  public void dispatchAfterCommit(KeycloakSession session, Letter letter) {
    LetterPost letters = post.letters().orElseThrow(WiredTwostep::noKey);
    JpaLetters.post(
        session.getProvider(JpaConnectionProvider.class).getEntityManager(),
        letter,
        clock.instant(),
        session.getContext().getUri().getBaseUri());
    letters.afterCommit(session, letter);
  }

  @Override
  public void carryOn(String letter) {
    post.letters().ifPresent(letters -> letters.carryOn(letter));
  }

  @Override
  public Breakers breakers() {
    return post.shared().breakers();
  }

  @Override
  public void tellAfterCommit(KeycloakSession session, String notice) {
    post.notices().afterCommit(session, notice);
  }

  @Override
  public void tellOverdue() {
    post.notices().overdue();
  }

  @Override
  public Optional<Locker> locker() {
    return key.map(k -> k.locker(new SecureRandom()));
  }

  @Override
  public Optional<LockerRing> portalKeys() {
    return portalKeys;
  }

  @Override
  public RobotDesk robotDesk() {
    return robotDesk;
  }

  @Override
  public void usedAfterCommit(KeycloakSession session, ChallengeId challenge) {
    post.seen().usedAfterCommit(session, challenge);
  }

  @Override
  public TakeReceipt takeReceipt() {
    return post.seen().receipts();
  }

  @Override
  public GatewayAccess gatewayAccess() {
    return post.shared().access();
  }

  @Override
  public Optional<PretendInbox> pretendInbox() {
    return post.shared().access().inbox();
  }

  private static IllegalStateException noKey() {
    return new IllegalStateException("Twostep has no server key");
  }
}
