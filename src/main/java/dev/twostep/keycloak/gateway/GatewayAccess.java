package dev.twostep.keycloak.gateway;

import dev.twostep.application.delivery.Gateway;
import dev.twostep.channel.http.AllowedHosts;
import dev.twostep.channel.pretend.PretendInbox;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Optional;

/** What gateways of this server share; the last two are present in development mode only. */
public record GatewayAccess(
    AllowedHosts hosts, HttpClient client, Clock clock, Optional<Pretended> pretended) {

  /** The gateway that sends nothing, and what it shows instead. */
  public record Pretended(Gateway gateway, PretendInbox inbox) {}

  public Optional<PretendInbox> inbox() {
    return pretended.map(Pretended::inbox);
  }
}
