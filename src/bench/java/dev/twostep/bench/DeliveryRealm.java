package dev.twostep.bench;

import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The realms of the delivery benchmark: SMS by two gateways, e-mail, and password only. */
record DeliveryRealm(AdminApi admin, SmsGatewayDouble first, SmsGatewayDouble second, int smtp) {

  static final String SMS = "delivery-sms";
  static final String EMAIL = "delivery-email";
  static final String PASSWORD = "delivery-password";

  void plant(int users, int others) {
    plant(SMS, Variant.TWOSTEP_SMS, users);
    plant(EMAIL, Variant.TWOSTEP_EMAIL, others);
    plant(PASSWORD, Variant.PASSWORD, others);
  }

  private void plant(String name, Variant variant, int users) {
    Map<String, Object> realm = new LinkedHashMap<>();
    realm.put("realm", name);
    realm.put("enabled", true);
    realm.put("sslRequired", "none");
    realm.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
    realm.put(
        "smtpServer",
        Map.of("host", "127.0.0.1", "port", Integer.toString(smtp), "from", "login@example.test"));
    realm.put("attributes", attributes(variant));
    realm.put(
        "clients",
        List.of(
            Map.of("clientId", Logins.CLIENT, "publicClient", true, "redirectUris", List.of("*"))));
    realm.put(
        "users",
        IntStream.range(0, users).mapToObj(n -> new BenchUser(n).representation(variant)).toList());
    var created = admin.createRealm(realm);
    if (variant.hasTwostep()) {
      RealmSeed.expectGood(created.post("twostep/setup", Map.of()));
    }
  }

  private Map<String, String> attributes(Variant variant) {
    Map<String, String> attributes = new LinkedHashMap<>(variant.policy());
    gateway(attributes, "twostep.sms.", first);
    gateway(attributes, "twostep.sms.backup.", second);
    attributes.put("twostep.sms.routes", "sms\nbackup");
    // Every user of this machine comes from one address.
    attributes.put("twostep.limit.per-ip", "off");
    attributes.put("twostep.limit.conversion", "off");
    attributes.put("twostep.limit.wrong-alarm", "off");
    attributes.put("twostep.limit.per-prefix", "off");
    return attributes;
  }

  private static void gateway(
      Map<String, String> attributes, String prefix, SmsGatewayDouble gateway) {
    attributes.put(prefix + "gateway", "http");
    attributes.put(prefix + "url", gateway.url());
    attributes.put(prefix + "body", "to={to}\ntext={text}");
  }
}
