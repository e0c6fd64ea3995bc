package dev.twostep.keycloak.grant;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** Registers what is done to tokens of app passwords, after everything that mappers put in. */
public final class AppPasswordTokensFactory implements TokenPostProcessorFactory {

  private static final AppPasswordTokens STATELESS = new AppPasswordTokens();

  @Override
  public TokenPostProcessor create(KeycloakSession session) {
    return STATELESS;
  }

  @Override
  public String getId() {
    return "twostep-app-password";
  }

  /** The highest comes first; this one is to have the last word. */
  @Override
  public int order() {
    return -100;
  }
}
