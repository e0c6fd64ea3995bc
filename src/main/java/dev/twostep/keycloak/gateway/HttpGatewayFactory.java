package dev.twostep.keycloak.gateway;

import dev.twostep.channel.http.HttpGateway;
import dev.twostep.channel.http.HttpGatewayConfig;
import dev.twostep.channel.http.HttpSettings;
import dev.twostep.channel.http.ParsedConfig;
import dev.twostep.channel.http.ReceiptSettings;
import dev.twostep.keycloak.wiring.Twostep;
import java.util.Set;
import org.keycloak.models.KeycloakSession;

/** {@code gateway=http}: any service that takes one HTTP request per message. */
public final class HttpGatewayFactory implements GatewayProviderFactory {

  @Override
  public String getId() {
    return "http";
  }

  @Override
  public Set<String> secrets() {
    return Set.of(HttpSettings.SECRET, ReceiptSettings.SECRET);
  }

  @Override
  public GatewayProvider create(KeycloakSession session) {
    GatewayAccess access = Twostep.of(session).gatewayAccess();
    return settings -> {
      ParsedConfig parsed = HttpGatewayConfig.parse(settings, access.hosts());
      return parsed instanceof ParsedConfig.Valid valid
          ? new Opened.Ready(
              new HttpGateway(valid.config(), access.hosts(), access.client(), access.clock()))
          : new Opened.Invalid(((ParsedConfig.Invalid) parsed).problems());
    };
  }
}
