package dev.twostep.keycloak.wiring;

import dev.twostep.application.apppassword.CheckAppPassword;
import dev.twostep.application.apppassword.IssueAppPassword;
import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.CheckCode;
import dev.twostep.application.challenge.CheckTotp;
import dev.twostep.application.challenge.Ledger;
import dev.twostep.application.challenge.SendCode;
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
import dev.twostep.keycloak.store.JpaNumbers;
import dev.twostep.keycloak.store.JpaOfficeBudget;
import dev.twostep.keycloak.store.JpaPortalLeases;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** The use cases of one server; all of them are stateless and shared by all sessions. */
final class WiredTwostep implements Twostep {

  private final Ledger ledger;
  private final Clock clock;
  private final Post post;
  private final Optional<ServerKey> key;
  private final CodeDesk codes;
  private final Graces graces;
  private final RobotDesk robotDesk;
  private volatile Optional<LockerRing> portalKeys = Optional.empty();

  WiredTwostep(KeycloakSessionFactory sessions, Clock clock, Optional<ServerKey> key, Post post) {
    this.ledger = new JpaLedger(sessions, key);
    this.clock = clock;
    this.post = post;
    this.key = key;
    this.codes = CodeDesk.of(ledger, new JpaKnownDevices(sessions), key, clock);
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

  /** Writes what still waits to be written. */
  void stop() {
    post.shared().books().close();
  }

  @Override
  public boolean hasServerKey() {
    return key.isPresent();
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public SendCode sendCode() {
    return codes.sendCode().orElseThrow(WiredTwostep::noKey);
  }

  @Override
  public SharedLimits limits() {
    return post.shared().limits();
  }

  @Override
  public CheckCode checkCode() {
    return codes.checkCode().orElseThrow(WiredTwostep::noKey);
  }

  @Override
  public CheckTotp checkTotp() {
    return codes.checkTotp();
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
    return codes.issuePass().orElseThrow(WiredTwostep::noKey);
  }

  @Override
  public CheckPass checkPass() {
    return codes.checkPass().orElseThrow(WiredTwostep::noKey);
  }

  @Override
  public Optional<DeviceDesk> devices() {
    return codes.devices();
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
    return codes.bindApp();
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
    post.letters().orElseThrow(WiredTwostep::noKey).dispatch(session, letter);
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

  private static IllegalStateException noKey() {
    return new IllegalStateException("Twostep has no server key");
  }
}
