package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Choice;
import dev.twostep.keycloak.credential.ContactCredential;
import dev.twostep.keycloak.policy.UserChoices;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

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
    exchange.notes().enrolled();
    tell(EventType.UPDATE_CREDENTIAL, factor);
  }

  /** An event of Keycloak's own kind about that factor. */
  void tell(EventType event, FactorKind factor) {
    exchange
        .event()
        .clone()
        .event(event)
        .user(exchange.user())
        .detail(Details.CREDENTIAL_TYPE, type(factor))
        .success();
  }

  private static String type(FactorKind factor) {
    return switch (factor) {
      case SMS -> ContactCredential.PHONE;
      case EMAIL -> ContactCredential.EMAIL;
      case TOTP -> OTPCredentialModel.TYPE;
      case PASSKEY -> WebAuthnCredentialModel.TYPE_TWOFACTOR;
      case RECOVERY_CODES -> RecoveryAuthnCodesCredentialModel.TYPE;
    };
  }
}
