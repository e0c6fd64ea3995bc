package dev.twostep.keycloak.grant;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantTypeFactory;

/** Stands before Keycloak's own device grant, under the same name. */
public final class GuardedDeviceGrantFactory extends DeviceGrantTypeFactory {

  /** Above Keycloak's own, which has none. */
  private static final int ORDER = 100;

  @Override
  public OAuth2GrantType create(KeycloakSession session) {
    return new GuardedDeviceGrant();
  }

  @Override
  public int order() {
    return ORDER;
  }
}
