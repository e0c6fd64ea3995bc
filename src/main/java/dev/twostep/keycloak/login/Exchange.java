package dev.twostep.keycloak.login;

import dev.twostep.application.challenge.Account;
import dev.twostep.keycloak.wiring.Twostep;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
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

  default Account account() {
    return new Account(realm().getId(), user().getId());
  }

  /** The name of this login in the ledger: the browser's session and its tab. */
  default String loginId() {
    return login().getParentSession().getId() + "." + login().getTabId();
  }
}
