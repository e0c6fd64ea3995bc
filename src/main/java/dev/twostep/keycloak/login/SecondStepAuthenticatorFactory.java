package dev.twostep.keycloak.login;

import dev.twostep.keycloak.apppassword.StoredAppPassword;
import dev.twostep.keycloak.credential.ContactCredential;
import dev.twostep.keycloak.credential.DeviceCredential;
import dev.twostep.keycloak.credential.OfficeCredential;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowCallbackFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Registers the second step for flows. */
public final class SecondStepAuthenticatorFactory
    implements AuthenticationFlowCallbackFactory, StepFactory {

  /** Stored in customers' flows. */
  public static final String ID = "twostep-second-step";

  @Override
  public Authenticator create(KeycloakSession session) {
    return new SecondStepAuthenticator(session);
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Twostep: second step by policy";
  }

  @Override
  public String getHelpText() {
    return "Asks the two-step policy, then for the factor that it names; enrols or offers one where"
        + " policy says so. Make it REQUIRED, in a sub-flow beside the one that identifies the user.";
  }

  /** Keycloak's brute-force protection silently ignores failures of categories it does not know. */
  @Override
  public String getReferenceCategory() {
    return OTPCredentialModel.TYPE;
  }

  /** What the account console lists because of this execution. */
  @Override
  public Set<String> getOptionalReferenceCategories(KeycloakSession session) {
    return Set.of(
        ContactCredential.PHONE,
        ContactCredential.EMAIL,
        DeviceCredential.TYPE,
        WebAuthnCredentialModel.TYPE_TWOFACTOR,
        RecoveryAuthnCodesCredentialModel.TYPE,
        OfficeCredential.TYPE,
        StoredAppPassword.TYPE);
  }
}
