package dev.twostep.keycloak.grant;

import dev.twostep.keycloak.apppassword.AppPasswords;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.keycloak.OAuthErrorException;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProviderFactory;
import org.keycloak.protocol.oidc.refresh.InitialRefreshTokenContext;
import org.keycloak.protocol.oidc.refresh.RefreshTokenContext;
import org.keycloak.protocol.oidc.refresh.RefreshTokenException;
import org.keycloak.representations.RefreshToken;

/** Keycloak's renewal of tokens, held to what has changed since they were handed out. */
final class GuardedRefresh extends DefaultRefreshTokenProvider {

  private final KeycloakSession keycloak;

  GuardedRefresh(KeycloakSession session) {
    super(session);
    this.keycloak = session;
  }

  /** Only where a token that nothing ends would come from an app password. */
  @Override
  public boolean supports(InitialRefreshTokenContext initial) {
    return initial.offlineTokenRequested()
        && initial.clientSessionCtx().getClientSession().getUserSession().getNote(AppPasswords.NOTE)
            != null;
  }

  @Override
  public RefreshToken generateRefreshToken(InitialRefreshTokenContext initial) {
    throw new RefreshTokenException(
        OAuthErrorException.INVALID_SCOPE, "There is no offline access with an app password");
  }

  /** Tokens of Keycloak's default kind; others stay with who made them. */
  @Override
  public boolean supports(RefreshTokenContext refresh) {
    String maker = refresh.oldRefreshToken().getProvider();
    return super.supports(refresh)
        && (maker == null || maker.equals(DefaultRefreshTokenProviderFactory.PROVIDER_ID));
  }

  @Override
  protected TokenManager.TokenValidation validateToken(
      KeycloakSession session,
      UriInfo uri,
      ClientConnection connection,
      RealmModel realm,
      RefreshToken old,
      HttpHeaders headers,
      String scope,
      ClientModel client,
      TokenManager tokens,
      EventBuilder event)
      throws OAuthErrorException {
    TokenManager.TokenValidation valid =
        super.validateToken(
            session, uri, connection, realm, old, headers, scope, client, tokens, event);
    new Renewal(keycloak, realm).check(valid.userSession, client);
    return valid;
  }
}
