package dev.twostep.keycloak.login;

import dev.twostep.application.delivery.Letter;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Choice;
import dev.twostep.keycloak.credential.ContactCredential;
import dev.twostep.keycloak.credential.SessionProof;
import dev.twostep.keycloak.notice.FactorNews;
import dev.twostep.keycloak.notice.FactorNews.What;
import dev.twostep.keycloak.notice.Notices;
import dev.twostep.keycloak.policy.UserChoices;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.credential.OTPCredentialModel;

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
    noted(factor, credential);
    Optional<Letter.Address> told = former.map(to -> exchange.addressed(factor, to));
    What what = told.isPresent() ? What.REPLACED : What.ADDED;
    Notices.tell(
        exchange.session(),
        exchange.user(),
        new FactorNews(what, factor, credential, told.stream().toList()));
  }

  /** An app was bound. */
  void app(String credential, boolean replaced) {
    noted(FactorKind.TOTP, credential);
    tellAsBefore(credential);
    What what = replaced ? What.REPLACED : What.ADDED;
    Notices.tell(
        exchange.session(), exchange.user(), FactorNews.of(what, FactorKind.TOTP, credential));
  }

  private void noted(FactorKind factor, String credential) {
    if (exchange.notes().acceptedOffer()) {
      UserChoices.remember(exchange.user(), Choice.ON);
    }
    new PassSetUp(exchange).bound(factor);
    exchange.notes().enrolled(factor);
    prove(factor);
    tell(EventType.UPDATE_CREDENTIAL, factor, credential);
  }

  /** Whoever sets a factor up has proven it; a proof by an older one that is fresh says more. */
  private void prove(FactorKind factor) {
    Instant now = exchange.twostep().clock().instant();
    boolean proven =
        SessionProof.shownBy(exchange.session(), exchange.user())
            .filter(proof -> proof.allowsChangeAt(now))
            .isPresent();
    if (!proven) {
      exchange.notes().prove(factor, now);
      new ReachedLevel(exchange).by(factor);
    }
  }

  /** Keycloak still sends this one, too, for whoever counts it. */
  @SuppressWarnings("deprecation")
  private void tellAsBefore(String credential) {
    tell(EventType.UPDATE_TOTP, FactorKind.TOTP, credential);
  }

  private void tell(EventType event, FactorKind factor, String credential) {
    exchange
        .event()
        .clone()
        .event(event)
        .user(exchange.user())
        .detail(Details.CREDENTIAL_TYPE, type(factor))
        .detail(Details.CREDENTIAL_ID, credential)
        .success();
  }

  private static String type(FactorKind factor) {
    return switch (factor) {
      case SMS -> ContactCredential.PHONE;
      case EMAIL -> ContactCredential.EMAIL;
      case TOTP -> OTPCredentialModel.TYPE;
      case PASSKEY, OFFICE, RECOVERY_CODES, PASS ->
          throw new IllegalArgumentException(factor + " is not set up here");
    };
  }
}
