package dev.twostep.bench;

import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes the realms of the benchmark, users included, by admin REST. */
final class RealmSeed {

  private static final String CHEAP_HASHES = "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";

  private final AdminApi admin;
  private final int smtpPort;
  private final String gatewayUrl;

  RealmSeed(AdminApi admin, int smtpPort, String gatewayUrl) {
    this.admin = admin;
    this.smtpPort = smtpPort;
    this.gatewayUrl = gatewayUrl;
  }

  void plant(Variant variant, int users) {
    RealmApi realm = admin.createRealm(representation(variant, users));
    if (variant.hasTwostep()) {
      expectGood(realm.post("twostep/setup", Map.of()));
    }
    if (variant == Variant.SECOND_FORM) {
      new SecondFormFlow(realm).bind();
    }
  }

  static Reply expectGood(Reply reply) {
    if (!reply.isGood()) {
      throw new IllegalStateException(
          reply.raw().uri() + " answered " + reply.status() + ": " + reply.text());
    }
    return reply;
  }

  private Map<String, Object> representation(Variant variant, int users) {
    Map<String, Object> realm = new LinkedHashMap<>();
    realm.put("realm", variant.realm());
    realm.put("enabled", true);
    realm.put("sslRequired", "none");
    realm.put("passwordPolicy", CHEAP_HASHES);
    realm.put("smtpServer", smtp());
    realm.put("attributes", attributes(variant));
    realm.put("clients", List.of(client()));
    realm.put(
        "users",
        IntStream.range(0, users).mapToObj(n -> new BenchUser(n).representation(variant)).toList());
    return realm;
  }

  private Map<String, String> smtp() {
    return Map.of(
        "host", "127.0.0.1",
        "port", Integer.toString(smtpPort),
        "from", "login@example.test");
  }

  private Map<String, String> attributes(Variant variant) {
    Map<String, String> attributes = new HashMap<>(variant.policy());
    attributes.put("twostep.sms.gateway", "http");
    attributes.put("twostep.sms.url", gatewayUrl);
    attributes.put("twostep.sms.format", "form");
    attributes.put("twostep.sms.body", "to={to}\ntext={text}\nfrom={from}");
    attributes.put("twostep.sms.from", "Example");
    // All logins come from one address, and all numbers begin alike.
    attributes.put("twostep.limit.per-ip", "off");
    attributes.put("twostep.limit.per-prefix", "off");
    attributes.put("twostep.limit.conversion", "off");
    return attributes;
  }

  private static Map<String, Object> client() {
    return Map.of("clientId", Logins.CLIENT, "publicClient", true, "redirectUris", List.of("*"));
  }
}
