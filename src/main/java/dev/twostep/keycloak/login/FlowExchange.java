package dev.twostep.keycloak.login;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/** A request that came from a browser through an authentication flow. */
record FlowExchange(AuthenticationFlowContext context) implements InFlow {

  @Override
  public Optional<AuthenticationFlowContext> flow() {
    return Optional.of(context);
  }
}
