package dev.twostep.keycloak.grant;

import dev.twostep.keycloak.apppassword.AppPasswords;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;

/** Tokens that an app password brought are for its application alone, and are exchanged nowhere. */
final class AppPasswordTokens implements TokenPostProcessor {

  private static final Set<String> GRANTS =
      Set.of(OAuth2Constants.PASSWORD, OAuth2Constants.REFRESH_TOKEN);

  @Override
  public void process(TokenPostProcessorContext context) {
    ClientSessionContext client = context.clientSessionCtx();
    if (client.getClientSession().getUserSession().getNote(AppPasswords.NOTE) == null) {
      return;
    }
    String grant = client.getAttribute(Constants.GRANT_TYPE, String.class);
    if (grant == null || !GRANTS.contains(grant)) {
      throw new TokenInterceptorException(
          OAuthErrorException.INVALID_REQUEST, "An app password opens its own application only");
    }
    AccessToken token = context.accessToken();
    if (token != null) {
      String own = client.getClientSession().getClient().getClientId();
      token.audience(own);
      token.getResourceAccess().keySet().retainAll(Set.of(own));
    }
  }
}
