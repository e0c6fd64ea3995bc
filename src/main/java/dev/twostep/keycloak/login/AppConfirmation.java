package dev.twostep.keycloak.login;

import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.contact.EmailAddress;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.enrolment.Confirming;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.enrolment.RealmConfirming;
import java.util.Optional;

/** Where the code that confirms the binding goes: always to what is stored for the account. */
final class AppConfirmation {

  private final Exchange exchange;
  private final AccountFactors factors;

  AppConfirmation(Exchange exchange) {
    this.exchange = exchange;
    this.factors = new AccountFactors(exchange.realm(), exchange.user());
  }

  /** Empty if the app's own code is enough here. */
  Optional<MessageTurns.Ask> ask() {
    return RealmConfirming.of(exchange.realm()) instanceof Confirming.By by
        ? Optional.of(ask(by.channel()))
        : Optional.empty();
  }

  private MessageTurns.Ask ask(FactorKind channel) {
    String hint =
        channel == FactorKind.SMS
            ? factors.phone().map(PhoneNumber::masked).orElse("")
            : factors.email().map(EmailAddress::masked).orElse("");
    return new MessageTurns.Ask(
        Purpose.BIND_APP, channel, address(channel).orElse(""), hint, false);
  }

  /** Whoever comes by a pass has lost what was proven before: another address comes first. */
  Optional<String> address(FactorKind channel) {
    if (new PassSetUp(exchange).isOpened()) {
      return Optional.empty();
    }
    return channel == FactorKind.SMS
        ? factors.phone().map(PhoneNumber::e164)
        : factors.email().map(EmailAddress::address);
  }
}
