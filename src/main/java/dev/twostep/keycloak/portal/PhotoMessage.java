package dev.twostep.keycloak.portal;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.SendCode;
import dev.twostep.application.challenge.SendCode.Sending;
import dev.twostep.application.delivery.Letter;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Leave;
import dev.twostep.domain.portal.KeyPath;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.limit.LimitMeters;
import dev.twostep.keycloak.limit.Passages;
import dev.twostep.keycloak.wiring.Twostep;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/** Sends the link to a phone, within all limits that codes have: no message is free. */
public final class PhotoMessage {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final UserSessionModel login;

  public PhotoMessage(KeycloakSession session, RealmModel realm, UserSessionModel login) {
    this.session = session;
    this.realm = realm;
    this.login = login;
  }

  /** The earlier link of that intake is dead as soon as this one is on its way. */
  public PortalSaid send(KeyIntake intake, KeyPath path, PhoneNumber to) {
    if (!Twostep.of(session).hasServerKey()) {
      return new PortalSaid("locked");
    }
    SendCode.Request request = request(to);
    SendCode.Route route = request.route();
    Sending sending =
        Twostep.of(session)
            .sendWithinLimits()
            .send(
                request,
                Optional.empty(),
                new Passages(session, realm)
                    .of(login.getUser(), route.address(), route.clientIp()));
    if (sending instanceof Sending.Posted posted) {
      intake.sent(path, posted.challenge().id());
      Twostep.of(session).dispatchAfterCommit(session, posted.letter());
      return new PortalSaid("sent");
    }
    return refused(sending);
  }

  private PortalSaid refused(Sending sending) {
    if (sending instanceof Sending.Barred barred) {
      LimitMeters.barred(realm.getName(), barred.reason());
      return new PortalSaid("sms-barred");
    }
    boolean soon = sending instanceof Sending.Held held && held.leave() instanceof Leave.Wait;
    return new PortalSaid(soon ? "sms-wait" : "sms-limit");
  }

  private boolean isProven(PhoneNumber to) {
    return new AccountFactors(realm, login.getUser()).phone().filter(to::equals).isPresent();
  }

  private SendCode.Request request(PhoneNumber to) {
    var context = session.getContext();
    var user = login.getUser();
    var address =
        new Letter.Address(
            FactorKind.SMS,
            to.e164(),
            context.resolveLocale(user),
            context.getUri().getBaseUri().getHost());
    return new SendCode.Request(
        new Account(realm.getId(), user.getId()),
        login.getId(),
        isProven(to) ? Purpose.PORTAL_LINK : Purpose.PORTAL_LINK_TYPED,
        new SendCode.Route(address, Optional.empty(), context.getConnection().getRemoteHost()));
  }
}
