package dev.twostep.it.gateways;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import java.util.Map;
import java.util.TreeMap;

/** Gateways as an administrator writes them, with a secret that is looked for everywhere. */
final class GatewayDesk {

  static final String MASK = "**********";
  static final String CANARY = "canary-Secret-0123456789";
  static final String ACCOUNT = "AC00000000000000000000000000000000";

  private final TestEnvironment environment;

  GatewayDesk(TestEnvironment environment) {
    this.environment = environment;
  }

  Map<String, String> http(String secret) {
    return new TreeMap<>(
        Map.of(
            "url", environment.gatewayUrl(),
            "format", "form",
            "body", "to={to}\ntext={text}",
            "headers", "Authorization: Bearer {secret}",
            "secret", secret));
  }

  Map<String, String> twilio() {
    return new TreeMap<>(
        Map.of(
            "account-sid",
            ACCOUNT,
            "secret",
            CANARY,
            "from",
            "+15551234567",
            "base-url",
            environment.gatewayUrl().replace("/sms", "")));
  }

  static Reply put(RealmApi realm, String name, String kind, Map<String, String> settings) {
    return realm.put("twostep/gateways/" + name, Map.of("kind", kind, "settings", settings));
  }

  static JsonNode get(RealmApi realm, String name) {
    return realm.get("twostep/gateways/" + name).orFail().json();
  }
}
