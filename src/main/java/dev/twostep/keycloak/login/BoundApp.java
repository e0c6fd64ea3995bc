package dev.twostep.keycloak.login;

import dev.twostep.domain.enrolment.AppLabel;
import dev.twostep.keycloak.enrolment.AppKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.credential.OTPCredentialModel;

/** Stores an app whose codes were right as Keycloak's own kind of credential, and tells of it. */
final class BoundApp {

  private final Exchange exchange;
  private final SubjectCredentialManager credentials;

  BoundApp(Exchange exchange) {
    this.exchange = exchange;
    this.credentials = exchange.user().credentialManager();
  }

  /** The app that it replaces goes in the same transaction, and not before. */
  void store(String id, AppKey key) {
    Optional<CredentialModel> old = Renewal.askedIn(exchange).old();
    OTPCredentialModel otp = key.credential();
    otp.setId(id);
    otp.setCreatedDate(exchange.twostep().clock().millis());
    otp.setUserLabel(label(old));
    old.map(CredentialModel::getId).ifPresent(credentials::removeStoredCredentialById);
    credentials.createStoredCredential(otp);
    spendElsewhere(id, key);
    new Enrolled(exchange).app(id, old.isPresent());
  }

  private String label(Optional<CredentialModel> old) {
    List<String> taken =
        credentials
            .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
            .filter(app -> old.isEmpty() || !app.getId().equals(old.get().getId()))
            .map(CredentialModel::getUserLabel)
            .filter(Objects::nonNull)
            .toList();
    String typed = AppLabel.clean(exchange.field("label"));
    String kept = old.map(CredentialModel::getUserLabel).orElse("");
    return AppLabel.unique(typed.isEmpty() ? kept : typed, taken);
  }

  /** Keycloak's own pages keep a list of used codes besides our ledger. */
  private void spendElsewhere(String id, AppKey key) {
    int window = exchange.realm().getOTPPolicy().getLookAheadWindow();
    String digits = exchange.field("app").replaceAll("\\D", "");
    exchange
        .session()
        .singleUseObjects()
        .put(id + "." + digits, key.period() * (2L * window + 1), Map.of());
  }
}
