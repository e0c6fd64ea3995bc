package dev.twostep.channel.http;

import dev.twostep.application.delivery.Callback;
import dev.twostep.application.delivery.Gateway;
import dev.twostep.application.delivery.Receipt;
import dev.twostep.application.delivery.TextMessage;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.delivery.Delivery.Delivered;
import dev.twostep.domain.delivery.Delivery.Rejected;
import dev.twostep.domain.delivery.Delivery.Unavailable;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An SMS service spoken to by one HTTP request per message. */
public final class HttpGateway implements Gateway {

  private static final System.Logger LOG = System.getLogger(HttpGateway.class.getName());

  private final HttpGatewayConfig config;
  private final AllowedHosts hosts;
  private final HttpClient client;
  private final GatewayAnswer answer;

  /**
   * Checks the client once, so that no send has to.
   *
   * @param client shared by all gateways of the server; see {@link GatewayClients}
   * @throws IllegalArgumentException if the client would follow redirects off the list of hosts
   */
  public HttpGateway(HttpGatewayConfig config, AllowedHosts hosts, HttpClient client, Clock clock) {
    if (client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("a gateway's client must not follow redirects");
    }
    this.config = config;
    this.hosts = hosts;
    this.client = client;
    this.answer = new GatewayAnswer(config.success(), config.receipts().reference(), clock);
  }

  @Override
  public CompletionStage<Delivery> send(TextMessage message) {
    return attempt(message).thenApply(this::told);
  }

  @Override
  public Receipt receipt(Callback callback) {
    return config
        .receipts()
        .reader()
        .map(reader -> reader.read(callback))
        .orElseGet(Receipt.NotGenuine::new);
  }

  private Delivery told(Delivery delivery) {
    if (!(delivery instanceof Delivered)) {
      LOG.log(
          System.Logger.Level.WARNING,
          () -> "SMS gateway " + config.uri().getHost() + ": " + delivery);
    }
    return delivery;
  }

  private CompletionStage<Delivery> attempt(TextMessage message) {
    // Again at call time: the operator's list may be shorter than when the realm was configured.
    if (!hosts.allows(config.uri())) {
      return CompletableFuture.completedStage(
          new Unavailable("its host is not on the server's list"));
    }
    try {
      HttpRequest request = GatewayRequest.of(config, message);
      return Exchange.of(client, request, answer::read);
    } catch (IllegalArgumentException e) {
      return CompletableFuture.completedStage(
          new Rejected("the message does not fit into the request"));
    }
  }
}
