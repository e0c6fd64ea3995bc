package dev.twostep.keycloak.wiring;

import dev.twostep.application.apppassword.CheckAppPassword;
import dev.twostep.application.apppassword.IssueAppPassword;
import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.CheckCode;
import dev.twostep.application.challenge.CheckTotp;
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
import dev.twostep.keycloak.gateway.GatewayAccess;
import dev.twostep.keycloak.limit.SharedLimits;
import dev.twostep.keycloak.office.EnrolmentLinks;
import dev.twostep.keycloak.portal.PortalLinks;
import dev.twostep.keycloak.robot.RobotDesk;
import dev.twostep.keycloak.store.JpaOfficeBudget;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Everything that pages and endpoints may use, wired once per server. */
public interface Twostep extends Provider {

  /** The one of this server. */
  static Twostep of(KeycloakSession session) {
    return session.getProvider(Twostep.class);
  }

  /** Whether codes can be derived at all; without a server key every message is refused. */
  boolean hasServerKey();

  Clock clock();

  SendCode sendCode();

  /** The same within the limits that all accounts share. */
  default SendWithinLimits sendWithinLimits() {
    return new SendWithinLimits(sendCode(), limits().sentry());
  }

  CheckCode checkCode();

  CheckTotp checkTotp();

  CheckOfficeCode checkOfficeCode();

  /** Digests of what invitations hand out; empty without a server key. */
  Optional<EnrolmentLinks> enrolmentLinks();

  /** Links by which phones send photos of portals' codes; empty without a server key. */
  Optional<PortalLinks> portalLinks();

  /** Reads photos of codes. */
  Pictures pictures();

  /** Follows a long list after its request; false if so many wait that it was not taken. */
  boolean inBackground(Runnable list);

  /** What was typed wrongly to an office, read and forgotten with that session's transaction. */
  JpaOfficeBudget officeBudget(KeycloakSession session, RealmModel realm);

  IssuePass issuePass();

  CheckPass checkPass();

  /** Trusted devices; empty without a server key. */
  Optional<DeviceDesk> devices();

  IssueAppPassword issueAppPassword();

  CheckAppPassword checkAppPassword();

  BindApp bindApp();

  Graces graces();

  /** Which accounts have which number, read and written with that session's transaction. */
  Numbers numbers(KeycloakSession session);

  /** The limits that all accounts share. */
  SharedLimits limits();

  /** Gives an account its full budgets of answers and messages back; an administrator's act. */
  void forgetLimits(Account account);

  /** Writes the letter with the session's transaction, and has it sent once that has committed. */
  void dispatchAfterCommit(KeycloakSession session, Letter letter);

  /** Which gateways are passed by at the moment, as this node sees it. */
  Breakers breakers();

  /** Has the notice sent once the session's transaction has committed; never if it rolls back. */
  void tellAfterCommit(KeycloakSession session, String notice);

  /** Has notices sent again that did not leave when they were written. */
  void tellOverdue();

  /** Locks secrets of gateways that realms store; empty without a server key. */
  Optional<Locker> locker();

  /** Locks keys of portals; empty where no key to lock them with can be read. */
  Optional<LockerRing> portalKeys();

  /** What robots that log in to portals are served with. */
  RobotDesk robotDesk();

  /** Has a message marked as used once the session's transaction has committed. */
  void usedAfterCommit(KeycloakSession session, ChallengeId challenge);

  /** What services call back with about messages that they took. */
  TakeReceipt takeReceipt();

  /** Sends a letter by its next way, after a receipt said that it was lost. */
  void carryOn(String letter);

  /** Which hosts gateways may call, and by what client. */
  GatewayAccess gatewayAccess();

  /** The demo's inbox; present in development mode only. */
  default Optional<PretendInbox> pretendInbox() {
    return gatewayAccess().inbox();
  }

  @Override
  default void close() {}
}
