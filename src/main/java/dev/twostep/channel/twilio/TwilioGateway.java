package dev.twostep.channel.twilio;

import dev.twostep.application.delivery.Callback;
import dev.twostep.application.delivery.Gateway;
import dev.twostep.application.delivery.Receipt;
import dev.twostep.application.delivery.TextMessage;
import dev.twostep.channel.http.AllowedHosts;
import dev.twostep.channel.http.Exchange;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.delivery.Delivery.Delivered;
import dev.twostep.domain.delivery.Delivery.Unavailable;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One Twilio account: sends SMS, or calls and speaks, and believes its signed callbacks. */
public final class TwilioGateway implements Gateway {

  private static final System.Logger LOG = System.getLogger(TwilioGateway.class.getName());

  private final AllowedHosts hosts;
  private final HttpClient client;
  private final TwilioRequest request;
  private final TwilioAnswer answer;
  private final TwilioReceipts receipts;

  /**
   * Makes a gateway with a Twilio client of its own.
   *
   * @param client shared by all gateways of the server, and follows no redirects
   */
  public TwilioGateway(TwilioConfig config, AllowedHosts hosts, HttpClient client, Clock clock) {
    if (client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("a gateway's client must not follow redirects");
    }
    this.hosts = hosts;
    this.client = client;
    this.request = new TwilioRequest(config);
    this.answer = new TwilioAnswer(config.sender().voice(), clock);
    this.receipts = new TwilioReceipts(config.login().callbacks());
  }

  @Override
  public CompletionStage<Delivery> send(TextMessage message) {
    HttpRequest written = request.of(message);
    // Again at call time: the operator's list may be shorter than when the realm was configured.
    if (!hosts.allows(written.uri())) {
      return CompletableFuture.completedStage(
          new Unavailable("its host is not on the server's list"));
    }
    return Exchange.of(client, written, answer::read).thenApply(TwilioGateway::told);
  }

  private static Delivery told(Delivery delivery) {
    if (!(delivery instanceof Delivered)) {
      LOG.log(System.Logger.Level.WARNING, () -> "SMS gateway twilio: " + delivery);
    }
    return delivery;
  }

  @Override
  public Receipt receipt(Callback callback) {
    return receipts.read(callback);
  }
}
