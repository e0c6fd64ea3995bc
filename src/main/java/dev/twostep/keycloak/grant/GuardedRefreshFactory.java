package dev.twostep.keycloak.grant;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProviderFactory;

/** Registers the guarded renewal before Keycloak's own. */
public final class GuardedRefreshFactory implements RefreshTokenProviderFactory {

  /** Above the ones that Keycloak ships. */
  private static final int ORDER = 100;

  @Override
  public RefreshTokenProvider create(KeycloakSession session) {
    return new GuardedRefresh(session);
  }

  @Override
  public String getId() {
    return "twostep";
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
