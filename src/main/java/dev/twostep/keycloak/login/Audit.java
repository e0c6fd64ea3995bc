package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Decision;
import org.jboss.logging.Logger;
import org.keycloak.events.Errors;

/** Puts decisions and outcomes into Keycloak's events; never a code, never a full address. */
final class Audit {

  static final String DECISION = "twostep_decision";
  static final String OUTCOME = "twostep_requirement";
  static final String RULE = "twostep_rule";
  static final String FACTOR = "twostep_factor";
  static final String REASON = "twostep_reason";

  private static final Logger LOG = Logger.getLogger("dev.twostep.login");

  private final Exchange exchange;

  Audit(Exchange exchange) {
    this.exchange = exchange;
  }

  void decided(Decision decision) {
    exchange
        .event()
        .detail(DECISION, (decision.acts() ? "" : "observed-") + decision.word())
        .detail(OUTCOME, decision.explanation().outcome().word())
        .detail(RULE, decision.explanation().rule());
  }

  void proven(FactorKind factor) {
    exchange.event().detail(FACTOR, factor.word());
  }

  void wrong(String factor) {
    exchange
        .event()
        .user(exchange.user())
        .detail(FACTOR, factor)
        .error(Errors.INVALID_USER_CREDENTIALS);
  }

  void refused(String reason, String detail) {
    LOG.errorf(
        "realm %s: a login of user %s was refused: %s (%s)",
        exchange.realm().getName(), exchange.user().getId(), reason, detail);
    exchange.event().user(exchange.user()).detail(REASON, reason).error(Errors.ACCESS_DENIED);
  }

  void failed(RuntimeException cause) {
    LOG.errorf(
        cause,
        "realm %s: the second step of user %s failed, so the login was refused",
        exchange.realm().getName(),
        exchange.user().getId());
    exchange
        .event()
        .user(exchange.user())
        .detail(REASON, "unavailable")
        .error(Errors.GENERIC_AUTHENTICATION_ERROR);
  }
}
