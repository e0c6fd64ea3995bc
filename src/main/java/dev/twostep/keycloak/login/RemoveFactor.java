package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.keycloak.apppassword.StoredAppPassword;
import dev.twostep.keycloak.credential.DeviceCredential;
import dev.twostep.keycloak.credential.RemovalCheck;
import dev.twostep.keycloak.credential.RemovalCheck.Objection;
import dev.twostep.keycloak.notice.Told;
import dev.twostep.keycloak.policy.TwostepRealms;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.DeleteCredentialAction;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.Constants;

/**
 * Keycloak's own removal of a credential, held where a factor must stay. Realms without Twostep
 * never notice.
 */
public final class RemoveFactor extends DeleteCredentialAction {

  /** Taking one of these back makes no login easier. */
  private static final Set<String> NO_FACTORS =
      Set.of(StoredAppPassword.TYPE, DeviceCredential.TYPE);

  /** Above Keycloak's own action of the same id. */
  @Override
  public int order() {
    return 1;
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    if (isHeld(context)) {
      return;
    }
    super.requiredActionChallenge(context);
  }

  @Override
  public void processAction(RequiredActionContext context) {
    if (isHeld(context)) {
      return;
    }
    super.processAction(context);
  }

  private static boolean isHeld(RequiredActionContext context) {
    if (!TwostepRealms.isSetUp(context.getRealm())) {
      return false;
    }
    Optional<CredentialModel> target = target(context);
    if (target.isEmpty() && context.getUser().isFederated()) {
      // One that the directory itself keeps: only Keycloak can reach it.
      return false;
    }
    if (target.isEmpty()) {
      // Keycloak takes "<type>-id" for every credential of a type.
      context.getEvent().error(Errors.CREDENTIAL_NOT_FOUND);
      context.failure();
      return true;
    }
    if (NO_FACTORS.contains(target.get().getType())) {
      return false;
    }
    RemovalCheck check = new RemovalCheck(context.getSession(), context.getUser());
    Optional<Objection> objection = check.toRemoving(target.get());
    objection.ifPresent(reason -> refuse(context, target.get(), reason));
    if (check.leavesOnlyOffice(target.get())) {
      context.getEvent().detail(Told.LEFT, FactorKind.OFFICE.word());
    }
    return objection.isPresent();
  }

  private static Optional<CredentialModel> target(RequiredActionContext context) {
    return Optional.ofNullable(
            context.getAuthenticationSession().getClientNote(Constants.KC_ACTION_PARAMETER))
        .map(context.getUser().credentialManager()::getStoredCredentialById);
  }

  private static void refuse(
      RequiredActionContext context, CredentialModel target, Objection objection) {
    context
        .getEvent()
        .clone()
        .detail(Details.CREDENTIAL_ID, target.getId())
        .detail(Details.CREDENTIAL_TYPE, target.getType())
        .detail(Audit.REASON, objection.name())
        .error(Errors.DELETE_CREDENTIAL_FAILED);
    context.challenge(new Pages(new ActionExchange(context)).refused(RefusalKey.of(objection)));
  }
}
