package dev.twostep.keycloak.page;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.keycloak.credential.ContactCredential;
import dev.twostep.keycloak.credential.OfficeCredential;
import dev.twostep.keycloak.store.JpaLastUses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.models.credential.dto.RecoveryAuthnCodesCredentialData;
import org.keycloak.util.JsonSerialization;

/** What is known of one stored factor, whatever its type. */
record FactorRow(FactorKind kind, CredentialModel credential) {

  private static final Map<String, FactorKind> KINDS =
      Map.of(
          ContactCredential.PHONE, FactorKind.SMS,
          ContactCredential.EMAIL, FactorKind.EMAIL,
          OTPCredentialModel.TYPE, FactorKind.TOTP,
          WebAuthnCredentialModel.TYPE_TWOFACTOR, FactorKind.PASSKEY,
          WebAuthnCredentialModel.TYPE_PASSWORDLESS, FactorKind.PASSKEY,
          RecoveryAuthnCodesCredentialModel.TYPE, FactorKind.RECOVERY_CODES,
          OfficeCredential.TYPE, FactorKind.OFFICE);

  static boolean isFactor(String type) {
    return KINDS.containsKey(type);
  }

  /** Empty for a password and for what other extensions store. */
  static Optional<FactorRow> of(CredentialModel credential) {
    return Optional.ofNullable(KINDS.get(credential.getType()))
        .map(kind -> new FactorRow(kind, credential));
  }

  /** Signs in without a password, too: asked for at the login page, not as a second step. */
  boolean isPasswordless() {
    return WebAuthnCredentialModel.TYPE_PASSWORDLESS.equals(credential.getType());
  }

  /** The masked address of a phone or an e-mail; empty text for others. */
  String address() {
    return kind == FactorKind.SMS || kind == FactorKind.EMAIL
        ? ContactCredential.maskedIn(credential)
        : "";
  }

  /** The user's own name for it, unless that is only the address once more. */
  String name() {
    String label = credential.getUserLabel();
    return label == null || label.equals(address()) ? "" : label;
  }

  Optional<Instant> created() {
    return Optional.ofNullable(credential.getCreatedDate())
        .filter(millis -> millis > 0)
        .map(Instant::ofEpochMilli);
  }

  /** Keycloak's own kinds tell nothing. */
  Optional<Instant> lastUsed(JpaLastUses.Uses uses) {
    return kind == FactorKind.TOTP
        ? Optional.ofNullable(uses.steps().get(credential.getId())).map(this::startOf)
        : Optional.ofNullable(uses.kinds().at().get(kind));
  }

  private Instant startOf(long step) {
    var data = OTPCredentialModel.createFromCredentialModel(credential).getOTPCredentialData();
    return Instant.ofEpochSecond(step * data.getPeriod());
  }

  /** How many recovery codes are left; -1 for others. */
  int codesLeft() {
    if (kind != FactorKind.RECOVERY_CODES) {
      return -1;
    }
    try {
      return JsonSerialization.readValue(
              credential.getCredentialData(), RecoveryAuthnCodesCredentialData.class)
          .getRemainingCodes();
    } catch (IOException e) {
      throw new UncheckedIOException("stored recovery codes cannot be read", e);
    }
  }
}
