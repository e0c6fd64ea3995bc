package dev.twostep.keycloak.delivery;

import dev.twostep.application.delivery.Gateway;
import dev.twostep.channel.http.AllowedHosts;
import dev.twostep.channel.http.GatewayAttributes;
import dev.twostep.channel.http.HttpGateway;
import dev.twostep.channel.http.HttpGatewayConfig;
import dev.twostep.channel.http.ParsedConfig;
import dev.twostep.domain.delivery.Delivery;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.vault.VaultStringSecret;

/** Finds the SMS gateway that a realm names; one that cannot be used refuses every message. */
public final class RealmGateways {

  private static final Logger LOG = Logger.getLogger(RealmGateways.class);

  private final AllowedHosts hosts;
  private final HttpClient client;
  private final Clock clock;
  private final Optional<Gateway> pretend;

  public RealmGateways(
      AllowedHosts hosts, HttpClient client, Clock clock, Optional<Gateway> pretend) {
    this.hosts = hosts;
    this.client = client;
    this.clock = clock;
    this.pretend = pretend;
  }

  Gateway of(KeycloakSession session, RealmModel realm) {
    String kind = realm.getAttribute(GatewayAttributes.GATEWAY);
    if ("pretend".equals(kind)) {
      return pretend.orElseGet(
          () -> refusing(realm, "the pretend gateway exists in development mode only"));
    }
    return "http".equals(kind)
        ? http(session, realm)
        : refusing(realm, "attribute " + GatewayAttributes.GATEWAY + " names no SMS gateway");
  }

  private Gateway http(KeycloakSession session, RealmModel realm) {
    ParsedConfig parsed = HttpGatewayConfig.parse(attributes(session, realm), hosts);
    if (parsed instanceof ParsedConfig.Valid valid) {
      return new HttpGateway(valid.config(), hosts, client, clock);
    }
    return refusing(
        realm,
        ((ParsedConfig.Invalid) parsed)
            .problems().stream()
                .map(problem -> problem.attribute() + ": " + problem.hint())
                .collect(Collectors.joining("; ")));
  }

  private static Gateway refusing(RealmModel realm, String reason) {
    LOG.errorf("realm %s cannot send SMS: %s", realm.getName(), reason);
    return message -> new Delivery.Rejected(reason);
  }

  private static Map<String, String> attributes(KeycloakSession session, RealmModel realm) {
    Map<String, String> resolved = new HashMap<>(realm.getAttributes());
    resolved.computeIfPresent(
        GatewayAttributes.SECRET,
        (name, value) -> {
          try (VaultStringSecret secret = session.vault().getStringSecret(value)) {
            return secret.get().orElse(value);
          }
        });
    return resolved;
  }
}
