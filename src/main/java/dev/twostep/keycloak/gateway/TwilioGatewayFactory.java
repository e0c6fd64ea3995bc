package dev.twostep.keycloak.gateway;

import dev.twostep.channel.twilio.TwilioConfig;
import dev.twostep.channel.twilio.TwilioGateway;
import dev.twostep.channel.twilio.TwilioSettings;
import dev.twostep.keycloak.wiring.Twostep;
import java.util.Set;
import org.keycloak.models.KeycloakSession;

/** {@code gateway=twilio}: SMS or calls by a Twilio account. */
public final class TwilioGatewayFactory implements GatewayProviderFactory {

  @Override
  public String getId() {
    return "twilio";
  }

  @Override
  public Set<String> secrets() {
    return Set.of(TwilioSettings.SECRET, TwilioSettings.AUTH_TOKEN);
  }

  @Override
  public GatewayProvider create(KeycloakSession session) {
    GatewayAccess access = Twostep.of(session).gatewayAccess();
    return settings -> {
      TwilioConfig.Parsed parsed = TwilioConfig.parse(settings, access.hosts());
      return parsed instanceof TwilioConfig.Parsed.Valid valid
          ? new Opened.Ready(
              new TwilioGateway(valid.config(), access.hosts(), access.client(), access.clock()))
          : new Opened.Invalid(((TwilioConfig.Parsed.Invalid) parsed).problems());
    };
  }
}
