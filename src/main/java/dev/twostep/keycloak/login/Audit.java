package dev.twostep.keycloak.login;

import dev.twostep.application.office.OfficeOutcome;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.factor.FactorLevel;
import dev.twostep.domain.limit.Barring;
import dev.twostep.domain.policy.Decision;
import dev.twostep.domain.policy.Demand;
import dev.twostep.keycloak.office.OfficeEvents;
import dev.twostep.keycloak.receipt.DeliveryEvents;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

/** Puts decisions and outcomes into Keycloak's events; never a code, never a full address. */
final class Audit {

  static final String DECISION = "twostep_decision";
  static final String OUTCOME = "twostep_requirement";
  static final String RULE = "twostep_rule";
  static final String FACTOR = "twostep_factor";
  static final String REASON = "twostep_reason";
  static final String DEMAND = "twostep_demand";
  static final String BARRED = "twostep_sms_barred";
  static final String DEVICE = "twostep_device";
  static final String OFFICE = OfficeEvents.OFFICE;
  static final String OFFICE_DEVICE = OfficeEvents.DEVICE;
  static final String OFFICE_DEVICE_LABEL = OfficeEvents.DEVICE_LABEL;
  static final String IMPERSONATOR = "twostep_impersonator";

  private static final Logger LOG = Logger.getLogger("dev.twostep.login");

  private final Exchange exchange;

  Audit(Exchange exchange) {
    this.exchange = exchange;
  }

  void decided(Decision decision, Demand demand) {
    if (demand.elevation()) {
      exchange.event().detail(DEMAND, "elevation");
    } else if (demand.level() > FactorLevel.PASSWORD) {
      exchange.event().detail(DEMAND, "level " + demand.level());
    }
    exchange.impersonator().ifPresent(who -> exchange.event().detail(IMPERSONATOR, who));
    exchange
        .event()
        .detail(DECISION, (decision.acts() ? "" : "observed-") + decision.word())
        .detail(OUTCOME, decision.explanation().outcome().word())
        .detail(RULE, decision.explanation().rule());
  }

  /** With the message by which it was proven, as the message log calls it. */
  void proven(FactorKind factor, Optional<String> letter) {
    letter.ifPresent(id -> exchange.event().detail(DeliveryEvents.MESSAGE, id));
    exchange.event().detail(FACTOR, factor.word());
  }

  /** Which device of which office opened the account (G12). */
  void office(OfficeOutcome.Accepted by) {
    exchange
        .event()
        .detail(OFFICE, by.office())
        .detail(OFFICE_DEVICE, by.device())
        .detail(OFFICE_DEVICE_LABEL, by.label());
  }

  /** What part a trusted device had in it. */
  void device(String part) {
    exchange.event().detail(DEVICE, part);
  }

  void wrong(String factor) {
    loginError().detail(FACTOR, factor).error(Errors.INVALID_USER_CREDENTIALS);
  }

  void refused(String reason, String detail) {
    LOG.errorf(
        "realm %s: a login of user %s was refused: %s (%s)",
        exchange.realm().getName(), exchange.user().getId(), reason, detail);
    loginError().detail(REASON, reason).error(Errors.ACCESS_DENIED);
  }

  /** No token, and nothing wrong with the account: something is still to be given or done. */
  void withheld(String reason) {
    loginError().detail(REASON, reason).error(Errors.ACCESS_DENIED);
  }

  /** No message goes out by that way; the login may go on by another. */
  void barred(Barring reason) {
    loginError().detail(REASON, reason.word()).error(BARRED);
  }

  void failed(RuntimeException cause) {
    LOG.errorf(
        cause,
        "realm %s: the second step of user %s failed, so the login was refused",
        exchange.realm().getName(),
        exchange.user().getId());
    loginError().detail(REASON, "unavailable").error(Errors.GENERIC_AUTHENTICATION_ERROR);
  }

  void closed(String error) {
    loginError().error(error);
  }

  /** A copy: in a required action the request's own event is about something else. */
  private EventBuilder loginError() {
    return exchange.event().clone().event(EventType.LOGIN).user(exchange.user());
  }
}
