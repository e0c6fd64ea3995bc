package dev.twostep.keycloak.gateway;

import dev.twostep.application.delivery.ConfigProblem;
import dev.twostep.keycloak.wiring.Twostep;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** {@code gateway=pretend}: shows messages instead of sending them, in development mode only. */
public final class PretendGatewayFactory implements GatewayProviderFactory {

  @Override
  public String getId() {
    return "pretend";
  }

  @Override
  public GatewayProvider create(KeycloakSession session) {
    GatewayAccess access = Twostep.of(session).gatewayAccess();
    return settings ->
        access
            .pretended()
            .<Opened>map(pretended -> new Opened.Ready(pretended.gateway()))
            .orElseGet(
                () ->
                    new Opened.Invalid(
                        List.of(
                            new ConfigProblem(
                                "gateway", "pretend exists in development mode only"))));
  }
}
