package dev.twostep.channel.twilio;

import dev.twostep.application.delivery.TextMessage;
import dev.twostep.application.delivery.TextMessage.Words;
import dev.twostep.channel.http.AllowedHosts;
import dev.twostep.channel.http.GatewayClients;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.fixture.gateway.TwilioDouble;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import javax.net.ssl.SSLContext;

/** Twilio gateways of tests: what a realm's settings would say, and the messages sent by them. */
final class TestTwilio {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  static final String NUMBER = "+4915112345678";
  static final String TEXT = "Example & Söhne: 123456 is your code.\n@example.org #123456";
  static final URI RECEIPTS = URI.create("https://login.example.org/realms/r/twostep/receipts/t/1");

  private TestTwilio() {}

  static Map<String, String> settings(String base) {
    return new HashMap<>(
        Map.of(
            "gateway",
            "twilio",
            TwilioSettings.ACCOUNT_SID,
            TwilioDouble.ACCOUNT,
            TwilioSettings.SECRET,
            TwilioDouble.TOKEN,
            TwilioSettings.FROM,
            TwilioDouble.FROM,
            TwilioSettings.BASE_URL,
            base));
  }

  static TwilioConfig config(Map<String, String> settings) {
    AllowedHosts hosts = AllowedHosts.parse(settings.get(TwilioSettings.BASE_URL));
    if (TwilioConfig.parse(settings, hosts) instanceof TwilioConfig.Parsed.Valid valid) {
      return valid.config();
    }
    throw new AssertionError(TwilioConfig.parse(settings, hosts));
  }

  static TwilioGateway gateway(Map<String, String> settings) {
    TwilioConfig config = config(settings);
    return gateway(config, AllowedHosts.parse(config.base().toString()));
  }

  static TwilioGateway gateway(TwilioConfig config, AllowedHosts hosts) {
    return new TwilioGateway(
        config, hosts, GatewayClients.create(trust(), ForkJoinPool.commonPool()), CLOCK);
  }

  /** One that gives up sooner than a real one, so that tests of silence are short. */
  static TwilioGateway impatient(String base) {
    TwilioConfig c = config(settings(base));
    return gateway(
        new TwilioConfig(c.login(), c.sender(), c.base(), Duration.ofMillis(500)),
        AllowedHosts.parse(base));
  }

  static TextMessage message() {
    return new TextMessage(
        PhoneNumber.ofE164(NUMBER),
        new Words(TEXT, "Your code for <Example & Söhne>: 1, 2, 3, 4, 5, 6.", Locale.GERMAN),
        Optional.of(RECEIPTS));
  }

  static Delivery send(TwilioGateway gateway) {
    return gateway.send(message()).toCompletableFuture().join();
  }

  private static SSLContext trust() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
