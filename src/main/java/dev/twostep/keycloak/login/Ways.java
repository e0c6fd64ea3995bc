package dev.twostep.keycloak.login;

import dev.twostep.application.delivery.Letter;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.keycloak.credential.AccountFactors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ways that a decision leaves open, each with its turns and its masked hint. */
final class Ways {

  private final Exchange exchange;
  private final AccountFactors factors;

  Ways(Exchange exchange) {
    this.exchange = exchange;
    this.factors = new AccountFactors(exchange.realm(), exchange.user());
  }

  /**
   * The turns that ask for that factor.
   *
   * @param order all factors that may be asked for in this login
   */
  FactorTurns turns(FactorKind kind, List<FactorKind> order) {
    boolean others = order.size() > 1;
    return switch (kind) {
      case SMS, EMAIL -> new MessageTurns(exchange, message(kind, order));
      case TOTP -> new AppTurns(exchange, factors, others);
      case OFFICE -> new OfficeTurns(exchange, others);
      case PASSKEY -> new PasskeyTurns(exchange, others);
      case RECOVERY_CODES -> new RecoveryTurns(exchange, others);
      case PASS -> new PassTurns(exchange, factors, others);
    };
  }

  /** What a code by that message asks. */
  MessageTurns.Ask message(FactorKind kind, List<FactorKind> order) {
    boolean sms = kind == FactorKind.SMS;
    String address =
        sms ? factors.phone().orElseThrow().e164() : factors.email().orElseThrow().address();
    return new MessageTurns.Ask(
        Purpose.LOGIN,
        kind,
        address,
        hint(kind),
        order.size() > 1,
        sms ? mail(order) : Optional.empty());
  }

  /** Where the code of an SMS may go that cannot be delivered: only where it could be asked for. */
  private Optional<Letter.Address> mail(List<FactorKind> order) {
    return order.contains(FactorKind.EMAIL)
        ? factors.email().map(to -> exchange.addressed(FactorKind.EMAIL, to.address()))
        : Optional.empty();
  }

  /** The page on which the user chooses among factors that they have. */
  Turn choose(List<FactorKind> order) {
    return new Turn.Show(new Pages(exchange).choose("login", options(order)));
  }

  /** The same page, told why the way that was asked for cannot be gone. */
  Turn chooseInstead(List<FactorKind> order) {
    return new Turn.Show(
        new Pages(exchange)
            .alert(
                "twostep-choose.ftl",
                Map.of("purpose", "login", "options", options(order)),
                Pages.message("code", "twostepSmsBarred")));
  }

  private List<Map<String, Object>> options(List<FactorKind> order) {
    return order.stream().map(kind -> Pages.option(kind, hint(kind))).toList();
  }

  private String hint(FactorKind kind) {
    return switch (kind) {
      case SMS -> factors.phone().map(Object::toString).orElse("");
      case EMAIL -> factors.email().map(Object::toString).orElse("");
      case TOTP, OFFICE, PASSKEY, RECOVERY_CODES, PASS -> "";
    };
  }
}
