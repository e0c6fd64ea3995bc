package dev.twostep.keycloak.grant;

import dev.twostep.keycloak.policy.TwostepRealms;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OAuth2DeviceCodeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * Keycloak's polling of the device grant, which hands tokens to nobody whose account was disabled
 * or locked since they approved.
 */
final class GuardedDeviceGrant extends DeviceGrantType {

  @Override
  public Response process(Context context) {
    if (TwostepRealms.isSetUp(context.getRealm())) {
      approver(context).ifPresent(user -> refuseIfClosed(context, user));
    }
    return super.process(context);
  }

  /** Found without a change to the device's code: Keycloak itself judges it afterwards. */
  private static Optional<UserModel> approver(Context context) {
    KeycloakSession session = context.getSession();
    RealmModel realm = context.getRealm();
    return code(context)
        .flatMap(code -> device(context, code))
        .map(OAuth2DeviceCodeModel::getUserSessionId)
        .map(id -> session.sessions().getUserSession(realm, id))
        .map(UserSessionModel::getUser);
  }

  private static Optional<String> code(Context context) {
    return Optional.ofNullable(context.getFormParams().getFirst(OAuth2Constants.DEVICE_CODE));
  }

  /** Another client's code is none here; Keycloak says so. */
  private static Optional<OAuth2DeviceCodeModel> device(Context context, String code) {
    RealmModel realm = context.getRealm();
    return Optional.ofNullable(
            context.getSession().singleUseObjects().get(OAuth2DeviceCodeModel.createKey(code)))
        .map(notes -> OAuth2DeviceCodeModel.fromCache(realm, code, notes))
        .filter(device -> context.getClient().getClientId().equals(device.getClientId()));
  }

  private static void refuseIfClosed(Context context, UserModel user) {
    closed(context, user)
        .ifPresent(
            error -> {
              code(context).ifPresent(code -> removeDeviceByDeviceCode(context.getSession(), code));
              context.getEvent().user(user).error(error);
              throw new CorsErrorResponseException(
                  context.getCors(),
                  OAuthErrorException.INVALID_GRANT,
                  "Account disabled",
                  Response.Status.BAD_REQUEST);
            });
  }

  private static Optional<String> closed(Context context, UserModel user) {
    KeycloakSession session = context.getSession();
    return user.isEnabled()
        ? Optional.ofNullable(
            AuthenticatorUtils.getDisabledByBruteForceEventError(
                session.getProvider(BruteForceProtector.class), session, context.getRealm(), user))
        : Optional.of(Errors.USER_DISABLED);
  }
}
