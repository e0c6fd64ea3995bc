package dev.twostep.keycloak.login;

import dev.twostep.domain.policy.Choice;
import dev.twostep.domain.policy.Decision;
import dev.twostep.domain.policy.Grace;
import dev.twostep.domain.policy.LoginFacts;
import dev.twostep.domain.policy.Moment;
import dev.twostep.domain.policy.Rulebook;
import dev.twostep.domain.policy.Subject;
import dev.twostep.domain.policy.TwoStepPolicy;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.policy.KeycloakLayers;
import dev.twostep.keycloak.policy.Preferences;
import dev.twostep.keycloak.policy.UserChoices;
import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Gathers the facts of one login and lets the policy decide on them. */
final class Situation {

  private final Exchange exchange;

  Situation(Exchange exchange) {
    this.exchange = exchange;
  }

  Decision decision() {
    Rulebook rules =
        new KeycloakLayers(exchange.session(), exchange.realm())
            .rulebook(exchange.user(), exchange.login().getClient());
    return TwoStepPolicy.decide(new LoginFacts(rules, subject(rules), moment()));
  }

  private Subject subject(Rulebook rules) {
    Choice choice = exchange.notes().acceptedOffer() ? Choice.ON : UserChoices.of(exchange.user());
    var kinds = new AccountFactors(exchange.realm(), exchange.user()).kinds();
    return new Subject(choice, kinds, standing(rules), Preferences.of(exchange.user()));
  }

  /** Asked of the database only where some rule grants a grace period at all. */
  private Optional<Grace> standing(Rulebook rules) {
    return rules.grantsGrace()
        ? exchange.twostep().graces().left(exchange.account())
        : Optional.empty();
  }

  private Moment moment() {
    AuthenticationSessionModel login = exchange.login();
    boolean passkey =
        AuthenticatorUtil.getAuthnCredentials(login)
            .contains(WebAuthnCredentialModel.TYPE_PASSWORDLESS);
    return new Moment(exchange.twostep().clock().instant(), isProven(login), passkey);
  }

  /** Only the cookie of a session counts: whoever gives the password again is asked again. */
  private boolean isProven(AuthenticationSessionModel login) {
    if (!AuthenticatorUtil.isSSOAuthentication(login)) {
      return false;
    }
    UserSessionModel session =
        exchange
            .session()
            .sessions()
            .getUserSession(exchange.realm(), login.getParentSession().getId());
    return session != null
        && exchange.user().equals(session.getUser())
        && LoginNotes.isProven(session);
  }
}
