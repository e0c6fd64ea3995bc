package dev.twostep.keycloak.login;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/** A request for tokens by password: it shows no page, and its login ends with it. */
record GrantExchange(AuthenticationFlowContext context) implements InFlow {

  /** None that could show anything. */
  @Override
  public Optional<AuthenticationFlowContext> flow() {
    return Optional.empty();
  }

  /** A code is asked for in one request and given in another: the client is what they share. */
  @Override
  public String loginId() {
    return "grant." + login().getClient().getId();
  }
}
