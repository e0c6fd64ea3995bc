package dev.twostep.keycloak.login;

import dev.twostep.domain.enrolment.Confirming;
import dev.twostep.keycloak.credential.RemovalCheck;
import dev.twostep.keycloak.enrolment.RealmConfirming;
import java.util.Optional;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.credential.OTPCredentialModel;

/** What stands in the way of binding an app: asked before anything is shown or sent. */
final class AppObstacles {

  /** Every app more makes a guess more likely to be right. */
  private static final int MOST_APPS = 5;

  private final Exchange exchange;

  AppObstacles(Exchange exchange) {
    this.exchange = exchange;
  }

  /** The page that says what is wrong and what to do. */
  Optional<Turn> found() {
    return reason().map(why -> new Turn.Refused(new Pages(exchange).appRefused(why)));
  }

  private Optional<String> reason() {
    RequiredActionProviderModel action =
        exchange.realm().getRequiredActionProviderByAlias(RequiredAction.CONFIGURE_TOTP.name());
    if (action == null || !action.isEnabled()) {
      return administrators("NotConfigured", "the required action CONFIGURE_TOTP is off");
    }
    OTPPolicy policy = exchange.realm().getOTPPolicy();
    if (!OTPCredentialModel.TOTP.equals(policy.getType())) {
      return administrators("AppCounter", "the OTP policy is not time based");
    }
    if (policy.getAlgorithm() == null || policy.getDigits() < 6 || policy.getPeriod() < 1) {
      return administrators("NotConfigured", "the OTP policy is incomplete");
    }
    Confirming confirming = RealmConfirming.of(exchange.realm());
    if (confirming instanceof Confirming.Unusable unusable) {
      return administrators("AppConfirming", RealmConfirming.CONFIRM + ": " + unusable.why());
    }
    if (confirming instanceof Confirming.By && !exchange.twostep().hasServerKey()) {
      return administrators("NotConfigured", "there is no server key");
    }
    return own();
  }

  private Optional<String> administrators(String reason, String detail) {
    new Audit(exchange).refused("app-not-bindable", detail);
    return Optional.of(reason);
  }

  /** What the user alone can repair. */
  private Optional<String> own() {
    Renewal renewal = Renewal.askedIn(exchange);
    if (renewal.isUnknown()) {
      return Optional.of("AppUnknown");
    }
    Optional<String> stays =
        renewal
            .old()
            .flatMap(new RemovalCheck(exchange.session(), exchange.user())::toReplacing)
            .map(RefusalKey::of);
    if (stays.isPresent()) {
      return stays;
    }
    long apps =
        exchange
            .user()
            .credentialManager()
            .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
            .count();
    return renewal.old().isEmpty() && apps >= MOST_APPS
        ? Optional.of("AppTooMany")
        : Optional.empty();
  }
}
