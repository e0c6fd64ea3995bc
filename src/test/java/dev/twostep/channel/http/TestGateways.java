package dev.twostep.channel.http;

import dev.twostep.application.delivery.TextMessage;
import dev.twostep.domain.contact.PhoneNumber;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import javax.net.ssl.SSLContext;

/** Gateways of tests: what a realm's attributes would say, and the messages sent through them. */
final class TestGateways {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  static final TextMessage MESSAGE = message("Example: 123456 is your code.\n@example.org #123456");

  private TestGateways() {}

  static TextMessage message(String text) {
    return new TextMessage(PhoneNumber.ofE164("+4915112345678"), text);
  }

  static Map<String, String> form(int port) {
    return new HashMap<>(
        Map.of(
            HttpSettings.URL, "http://127.0.0.1:" + port + "/send",
            HttpSettings.FORMAT, "form",
            HttpSettings.BODY, "to={to}\ntext={text}"));
  }

  static Map<String, String> json(int port, String document) {
    Map<String, String> attributes = form(port);
    attributes.put(HttpSettings.FORMAT, "json");
    attributes.put(HttpSettings.BODY, document);
    return attributes;
  }

  static HttpGatewayConfig config(Map<String, String> attributes, AllowedHosts hosts) {
    ParsedConfig parsed = HttpGatewayConfig.parse(attributes, hosts);
    if (parsed instanceof ParsedConfig.Valid valid) {
      return valid.config();
    }
    throw new AssertionError(parsed.toString());
  }

  static AllowedHosts loopback(int port) {
    return AllowedHosts.parse("http://127.0.0.1:" + port);
  }

  static HttpGateway gateway(int port, Map<String, String> attributes) {
    AllowedHosts hosts = loopback(port);
    return gateway(config(attributes, hosts), hosts);
  }

  static HttpGateway gateway(HttpGatewayConfig config, AllowedHosts hosts) {
    return new HttpGateway(
        config, hosts, GatewayClients.create(defaultTrust(), ForkJoinPool.commonPool()), CLOCK);
  }

  /** A gateway that gives up sooner than a real one, so that tests of hanging ones are short. */
  static HttpGateway impatient(int port, Map<String, String> attributes) {
    AllowedHosts hosts = loopback(port);
    HttpGatewayConfig c = config(attributes, hosts);
    return gateway(
        new HttpGatewayConfig(
            c.uri(),
            c.method(),
            c.headers(),
            c.body(),
            c.from(),
            c.secret(),
            c.success(),
            c.receipts(),
            Duration.ofMillis(500)),
        hosts);
  }

  static SSLContext defaultTrust() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
