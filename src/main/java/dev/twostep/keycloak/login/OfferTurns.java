package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Choice;
import dev.twostep.domain.policy.Decision;
import dev.twostep.keycloak.policy.UserChoices;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Asks once whether the user wants two-step login, and remembers the answer. */
final class OfferTurns {

  /** How long "not now" is respected. */
  static final Period LATER = Period.ofDays(30);

  private final Exchange exchange;
  private final Decision.Offer offer;

  OfferTurns(Exchange exchange, Decision.Offer offer) {
    this.exchange = exchange;
    this.offer = offer;
  }

  Turn turn(boolean answered) {
    boolean offered = exchange.notes().step().filter(s -> s.kind() == Step.Kind.OFFER).isPresent();
    return answered && offered ? answer(exchange.field("twostepAction")) : show();
  }

  private Turn answer(String action) {
    return switch (action) {
      case "accept" -> accept();
      case "later" -> {
        LocalDate today = LocalDate.ofInstant(exchange.twostep().clock().instant(), ZoneOffset.UTC);
        UserChoices.remember(exchange.user(), Choice.later(today.plus(LATER)));
        yield new Turn.Done(Optional.empty());
      }
      case "never" -> {
        UserChoices.remember(exchange.user(), Choice.NEVER);
        yield new Turn.Done(Optional.empty());
      }
      default -> show();
    };
  }

  /** "Yes" is remembered with the factor that it leads to: giving up half-way leaves no trace. */
  private Turn accept() {
    exchange.notes().acceptOffer();
    return new EnrolmentTurns(exchange, offer.choices(), Optional.empty()).turn(false);
  }

  private Turn show() {
    FactorKind first = offer.choices().get(0);
    exchange.notes().step(new Step(Step.Kind.OFFER, first));
    return new Turn.Show(
        new Pages(exchange).show("twostep-offer.ftl", Map.of("factor", first.word())));
  }
}
