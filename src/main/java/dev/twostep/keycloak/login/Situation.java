package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Browser;
import dev.twostep.domain.policy.Choice;
import dev.twostep.domain.policy.Decision;
import dev.twostep.domain.policy.Demand;
import dev.twostep.domain.policy.Grace;
import dev.twostep.domain.policy.LoginFacts;
import dev.twostep.domain.policy.Moment;
import dev.twostep.domain.policy.Proof;
import dev.twostep.domain.policy.Rulebook;
import dev.twostep.domain.policy.Subject;
import dev.twostep.domain.policy.TwoStepPolicy;
import dev.twostep.keycloak.credential.SessionProof;
import dev.twostep.keycloak.credential.UsableFactors;
import dev.twostep.keycloak.policy.KeycloakLayers;
import dev.twostep.keycloak.policy.Preferences;
import dev.twostep.keycloak.policy.UserChoices;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Gathers the facts of one login and lets the policy decide on them. */
final class Situation {

  private final Exchange exchange;
  private final Demand demand;
  private final UsableFactors factors;

  Situation(Exchange exchange) {
    this.exchange = exchange;
    this.factors = new UsableFactors(exchange.session(), exchange.realm(), exchange.user());
    this.demand = Demands.of(exchange);
  }

  Demand demand() {
    return demand;
  }

  /** Whoever came in as somebody else's administrator must not touch that person's factors. */
  boolean isForbidden(Decision decision) {
    boolean changes =
        demand.elevation()
            || decision instanceof Decision.Enrol
            || decision instanceof Decision.Offer;
    return changes && exchange.impersonator().isPresent();
  }

  Decision decision() {
    Rulebook rules =
        new KeycloakLayers(exchange.session(), exchange.realm())
            .rulebook(exchange.user(), exchange.login().getClient());
    Optional<Grace> standing = standing(rules);
    Moment moment = moment();
    return factors.decide(
        kinds -> TwoStepPolicy.decide(new LoginFacts(rules, subject(kinds, standing), moment)));
  }

  private Subject subject(List<FactorKind> kinds, Optional<Grace> standing) {
    Choice choice = exchange.notes().acceptedOffer() ? Choice.ON : UserChoices.of(exchange.user());
    return new Subject(choice, kinds, standing, Preferences.of(exchange.user()));
  }

  /** Asked of the database only where some rule grants a grace period at all. */
  private Optional<Grace> standing(Rulebook rules) {
    return rules.grantsGrace()
        ? exchange.twostep().graces().left(exchange.account())
        : Optional.empty();
  }

  private Moment moment() {
    return new Moment(
        exchange.twostep().clock().instant(), proof(), isPasskeyLogin(), demand, browser());
  }

  /** The device that this browser is trusted as, if it is, and whether its session is outdated. */
  private Browser browser() {
    DeviceHere here = new DeviceHere(exchange);
    boolean changed = session().filter(SessionProof::isOutdated).isPresent();
    return here.live()
        .map(d -> new Browser(Optional.of(DeviceHere.trust(d)), here.isUnlocked(d), changed))
        .orElseGet(() -> new Browser(Optional.empty(), false, changed));
  }

  /** Whether the user signed in with a passwordless passkey, and it counts. */
  boolean isPasskeyLogin() {
    return AuthenticatorUtil.getAuthnCredentials(exchange.login())
            .contains(WebAuthnCredentialModel.TYPE_PASSWORDLESS)
        && factors.count(FactorKind.PASSKEY);
  }

  private Optional<Proof> proof() {
    return session().flatMap(SessionProof::in).filter(proof -> factors.count(proof.factor()));
  }

  /** Only the cookie of a session counts: whoever gives the password again is asked again. */
  private Optional<UserSessionModel> session() {
    return AuthenticatorUtil.isSSOAuthentication(exchange.login())
        ? exchange.browserSession().filter(one -> exchange.user().equals(one.getUser()))
        : Optional.empty();
  }
}
