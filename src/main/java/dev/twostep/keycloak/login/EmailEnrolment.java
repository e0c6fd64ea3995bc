package dev.twostep.keycloak.login;

import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.contact.EmailAddress;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.keycloak.credential.AccountFactors;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Proves the address in the profile by a code. No other address can be typed here: whoever has only
 * the password could name one of their own.
 */
final class EmailEnrolment implements ContactEnrolment {

  private final Exchange exchange;
  private final Map<String, Object> basics;
  private final AccountFactors factors;

  EmailEnrolment(Exchange exchange, Map<String, Object> basics) {
    this.exchange = exchange;
    this.basics = basics;
    this.factors = new AccountFactors(exchange.realm(), exchange.user());
  }

  @Override
  public Turn turn(Step.Kind at, boolean answered) {
    Optional<EmailAddress> address =
        at == Step.Kind.CONFIRM
            ? exchange.notes().contact().map(EmailAddress::of)
            : factors.profileEmail();
    if (address.isEmpty()) {
      return new Turn.Refused(new Pages(exchange).refused("NoEmail"));
    }
    if (at == Step.Kind.CONFIRM) {
      return confirm(address.get(), answered);
    }
    if (!answered) {
      Map<String, Object> shown = new HashMap<>(basics);
      shown.put("destination", address.get().masked());
      return new Turn.Show(new Pages(exchange).show("twostep-email-enrol.ftl", shown));
    }
    exchange.notes().contact(address.get().address());
    exchange.notes().step(new Step(Step.Kind.CONFIRM, FactorKind.EMAIL));
    return code(address.get()).ask();
  }

  private Turn confirm(EmailAddress address, boolean answered) {
    if (!answered) {
      return code(address).show();
    }
    Turn turn = code(address).answer();
    if (turn instanceof Turn.Done) {
      Optional<String> former =
          factors
              .contact(FactorKind.EMAIL)
              .flatMap(c -> factors.email())
              .map(EmailAddress::address);
      String stored = factors.store(address, exchange.twostep().clock());
      new Enrolled(exchange).contact(FactorKind.EMAIL, stored, former);
    }
    return turn;
  }

  private MessageTurns code(EmailAddress address) {
    boolean others = Boolean.TRUE.equals(basics.get("others"));
    return new MessageTurns(
        exchange,
        new MessageTurns.Ask(
            Purpose.ENROL_EMAIL, FactorKind.EMAIL, address.address(), address.masked(), others));
  }
}
