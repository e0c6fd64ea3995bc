package dev.twostep.it.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.twostep.application.delivery.Callback;
import dev.twostep.application.delivery.Receipt;
import dev.twostep.application.delivery.TextMessage;
import dev.twostep.channel.http.AllowedHosts;
import dev.twostep.channel.http.GatewayClients;
import dev.twostep.channel.twilio.TwilioConfig;
import dev.twostep.channel.twilio.TwilioGateway;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.fixture.gateway.TwilioDouble;
import dev.twostep.fixture.gateway.TwilioEmulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Receipts that somebody else's Twilio signs, and that ours believes. */
class EmulatedReceiptIT {

  private static final String NUMBER = "+4915112345678";

  private final BlockingQueue<Callback> callbacks = new LinkedBlockingQueue<>();

  @Test
  @DisplayName("The emulator's signed callbacks are believed, and altered ones are not")
  void receipts() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    URI address =
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/twostep/receipts/sms/1");
    server.createContext("/", exchange -> keep(address, exchange));
    server.start();
    try (TwilioEmulator emulator = TwilioEmulator.start()) {
      TwilioGateway gateway = gateway(emulator.url());
      String sid = send(gateway, address);

      emulator.simulate(sid, "sent");
      assertThat(gateway.receipt(next("sent"))).isEqualTo(new Receipt.Nothing());
      emulator.simulate(sid, "delivered");
      Callback delivered = next("delivered");
      assertThat(gateway.receipt(delivered))
          .isEqualTo(new Receipt.Arrived(Optional.of(sid), Optional.empty()));
      emulator.simulate(sid, "undelivered");
      Callback lost = next("undelivered");
      assertThat(gateway.receipt(lost))
          .isEqualTo(new Receipt.Lost(Optional.of(sid), "twilio undelivered"));
      assertThat(gateway.receipt(new Callback(address, delivered.headers(), lost.body())))
          .isEqualTo(new Receipt.NotGenuine());
    } finally {
      server.stop(0);
    }
  }

  private static String send(TwilioGateway gateway, URI receipts) {
    TextMessage message =
        new TextMessage(
            PhoneNumber.ofE164(NUMBER),
            new TextMessage.Words("123456", "1, 2", Locale.ENGLISH),
            Optional.of(receipts));
    Delivery delivery = gateway.send(message).toCompletableFuture().join();
    return ((Delivery.Delivered) delivery).reference().orElseThrow();
  }

  private static TwilioGateway gateway(String base) throws GeneralSecurityException {
    AllowedHosts hosts = AllowedHosts.parse(base);
    TwilioConfig.Parsed parsed =
        TwilioConfig.parse(
            Map.of(
                "account-sid", TwilioDouble.ACCOUNT,
                "secret", TwilioDouble.TOKEN,
                "from", TwilioDouble.FROM,
                "base-url", base),
            hosts);
    return new TwilioGateway(
        ((TwilioConfig.Parsed.Valid) parsed).config(),
        hosts,
        GatewayClients.create(SSLContext.getDefault(), ForkJoinPool.commonPool()),
        Clock.systemUTC());
  }

  /** The emulator calls back by itself, too. */
  private Callback next(String status) throws InterruptedException {
    Callback callback = callbacks.poll(30, TimeUnit.SECONDS);
    assertThat(callback).as("a callback of the emulator").isNotNull();
    return callback.body().contains("MessageStatus=" + status) ? callback : next(status);
  }

  private void keep(URI address, HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, List<String>> headers = new TreeMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
      byte[] body = exchange.getRequestBody().readAllBytes();
      callbacks.add(new Callback(address, headers, new String(body, StandardCharsets.UTF_8)));
      exchange.sendResponseHeaders(204, -1);
    }
  }
}
