package dev.twostep.keycloak.setup;

import dev.twostep.domain.enrolment.Confirming;
import dev.twostep.keycloak.enrolment.RealmConfirming;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.credential.OTPCredentialModel;

/** Whether users can bind authenticator apps in this realm. */
record AppCheck(RealmModel realm) implements RealmCheck {

  @Override
  public List<Finding> check() {
    List<Finding> findings = new ArrayList<>();
    RequiredActionProviderModel action =
        realm.getRequiredActionProviderByAlias(RequiredAction.CONFIGURE_TOTP.name());
    if (action == null || !action.isEnabled()) {
      findings.add(
          Finding.warning(
              "The required action CONFIGURE_TOTP is off: nobody can bind an authenticator app.",
              "Switch it on under Authentication, Required actions."));
    }
    OTPPolicy policy = realm.getOTPPolicy();
    if (policy != null && OTPCredentialModel.HOTP.equals(policy.getType())) {
      findings.add(
          Finding.warning(
              "The OTP policy counts logins: nobody can bind an authenticator app.",
              "Choose \"Time based\" under Authentication, Policies, OTP policy."));
    }
    if (RealmConfirming.of(realm) instanceof Confirming.Unusable unusable) {
      findings.add(
          Finding.warning(
              "The realm attribute "
                  + RealmConfirming.CONFIRM
                  + " cannot be followed ("
                  + unusable.why()
                  + "): nobody can bind an authenticator app.",
              "Set it to sms, email or none, or remove it; sms needs a gateway, email a mail"
                  + " server."));
    }
    return findings;
  }
}
