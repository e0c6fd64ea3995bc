package dev.twostep.keycloak.login;

import dev.twostep.application.delivery.Letter;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Choice;
import dev.twostep.keycloak.credential.ContactCredential;
import dev.twostep.keycloak.notice.FactorNews;
import dev.twostep.keycloak.notice.FactorNews.What;
import dev.twostep.keycloak.notice.Notices;
import dev.twostep.keycloak.policy.UserChoices;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;

/** What follows from a new factor: an event, and the user's "yes" if they were asked. */
final class Enrolled {

  private final Exchange exchange;

  Enrolled(Exchange exchange) {
    this.exchange = exchange;
  }

  /**
   * A phone or e-mail address was stored.
   *
   * @param former the address that it took the place of
   */
  void contact(FactorKind factor, String credential, Optional<String> former) {
    String type = factor == FactorKind.SMS ? ContactCredential.PHONE : ContactCredential.EMAIL;
    noted(type, credential);
    exchange.notes().enrolled(factor);
    Optional<Letter.Address> told = former.map(to -> exchange.addressed(factor, to));
    What what = told.isPresent() ? What.REPLACED : What.ADDED;
    Notices.tell(
        exchange.session(),
        exchange.user(),
        new FactorNews(what, factor, credential, told.stream().toList()));
  }

  private void noted(String type, String credential) {
    if (exchange.notes().acceptedOffer()) {
      UserChoices.remember(exchange.user(), Choice.ON);
    }
    exchange
        .event()
        .clone()
        .event(EventType.UPDATE_CREDENTIAL)
        .user(exchange.user())
        .detail(Details.CREDENTIAL_TYPE, type)
        .detail(Details.CREDENTIAL_ID, credential)
        .success();
  }
}
