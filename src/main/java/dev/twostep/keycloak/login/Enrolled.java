package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.notice.Channels;
import dev.twostep.domain.policy.Choice;
import dev.twostep.keycloak.credential.ContactCredential;
import dev.twostep.keycloak.notice.FactorNews;
import dev.twostep.keycloak.notice.Former;
import dev.twostep.keycloak.notice.Notices;
import dev.twostep.keycloak.policy.UserChoices;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;

/** What follows from a new factor: an event, its news, and the user's "yes" if they were asked. */
final class Enrolled {

  private final Exchange exchange;

  Enrolled(Exchange exchange) {
    this.exchange = exchange;
  }

  /**
   * @param before the user's channels before the new one was stored: they are told of it
   */
  void noted(FactorKind factor, Channels before) {
    if (exchange.notes().acceptedOffer()) {
      UserChoices.remember(exchange.user(), Choice.ON);
    }
    exchange.notes().enrolled();
    exchange
        .event()
        .clone()
        .event(EventType.UPDATE_CREDENTIAL)
        .user(exchange.user())
        .detail(Details.CREDENTIAL_TYPE, type(factor))
        .success();
    tell(factor, before);
  }

  private void tell(FactorKind factor, Channels before) {
    boolean had =
        factor == FactorKind.SMS ? before.phone().isPresent() : before.pinned().isPresent();
    String credential =
        exchange
            .user()
            .credentialManager()
            .getStoredCredentialsByTypeStream(type(factor))
            .map(CredentialModel::getId)
            .findFirst()
            .orElse("");
    Notices.tell(
        exchange.session(),
        exchange.user(),
        new FactorNews(
            had ? FactorNews.What.REPLACED : FactorNews.What.ADDED,
            factor,
            credential,
            Former.addresses(before, factor)));
  }

  private static String type(FactorKind factor) {
    return factor == FactorKind.SMS ? ContactCredential.PHONE : ContactCredential.EMAIL;
  }
}
