package dev.twostep.keycloak.login;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.delivery.Letter;
import dev.twostep.application.limit.GuessGuard;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.keycloak.wiring.Twostep;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** One request of a login, whether it came through a flow or through a required action. */
interface Exchange {

  KeycloakSession session();

  RealmModel realm();

  UserModel user();

  AuthenticationSessionModel login();

  EventBuilder event();

  /** A form builder whose pages post back to here. */
  LoginFormsProvider form();

  /** Present in a flow only: passkeys need it. */
  Optional<AuthenticationFlowContext> flow();

  /** What the posted form holds under that name; empty text if nothing. */
  default String field(String name) {
    String value =
        session().getContext().getHttpRequest().getDecodedFormParameters().getFirst(name);
    return value == null ? "" : value;
  }

  default LoginNotes notes() {
    return new LoginNotes(login());
  }

  default Twostep twostep() {
    return Twostep.of(session());
  }

  /** From where this request comes. */
  default String clientIp() {
    return session().getContext().getConnection().getRemoteHost();
  }

  /** How the answers of this request are counted beside the account's own budget. */
  default GuessGuard guesses() {
    return twostep().limits().guesses(clientIp());
  }

  default Account account() {
    return new Account(realm().getId(), user().getId());
  }

  /** The session that the browser already has, if any: that of an earlier login. */
  default Optional<UserSessionModel> browserSession() {
    // Without the cookie there is none, and no need to ask the database.
    return Optional.ofNullable(session().getProvider(CookieProvider.class).get(CookieType.IDENTITY))
        .map(cookie -> login().getParentSession().getId())
        .map(id -> session().sessions().getUserSession(realm(), id));
  }

  /** The administrator who is signed in as this user, if one is. */
  default Optional<String> impersonator() {
    return browserSession()
        .map(session -> session.getNote(ImpersonationSessionNote.IMPERSONATOR_USERNAME.toString()));
  }

  /** Where a message goes, worded for this user and bound to this server. */
  default Letter.Address addressed(FactorKind channel, String to) {
    var context = session().getContext();
    return new Letter.Address(
        channel, to, context.resolveLocale(user()), context.getUri().getBaseUri().getHost());
  }

  /** The name of this login in the ledger: the browser's session and its tab. */
  default String loginId() {
    return login().getParentSession().getId() + "." + login().getTabId();
  }
}
