package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Choice;
import dev.twostep.keycloak.credential.ContactCredential;
import dev.twostep.keycloak.policy.UserChoices;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;

/** What follows from a new factor: an event, and the user's "yes" if they were asked. */
final class Enrolled {

  private final Exchange exchange;

  Enrolled(Exchange exchange) {
    this.exchange = exchange;
  }

  void noted(FactorKind factor) {
    if (exchange.notes().acceptedOffer()) {
      UserChoices.remember(exchange.user(), Choice.ON);
    }
    exchange.notes().enrolled(factor);
    exchange
        .event()
        .clone()
        .event(EventType.UPDATE_CREDENTIAL)
        .user(exchange.user())
        .detail(
            Details.CREDENTIAL_TYPE,
            factor == FactorKind.SMS ? ContactCredential.PHONE : ContactCredential.EMAIL)
        .success();
  }
}
