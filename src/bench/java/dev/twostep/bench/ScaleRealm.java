package dev.twostep.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.keycloak.login.SecondStepGuardFactory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A realm with Twostep, made by admin REST with one user of each kind and one group; and a client
 * beside it that still logs in by Keycloak's own flow, for the same users.
 */
record ScaleRealm(AdminApi admin, String gatewayUrl) {

  static final String PLAIN = "plain";

  static final BenchUser WITH_PHONE = new BenchUser(0);
  static final BenchUser WITH_APP = new BenchUser(1);

  void make(RealmSize size) {
    RealmApi realm = admin.createRealm(representation(size));
    RealmSeed.expectGood(realm.post("twostep/setup", Map.of()));
    dismissGuard(realm);
    RealmSeed.expectGood(realm.post("clients", plainClient(flow(realm, "browser"))));
    String group = realm.createGroup("group");
    realm.joinGroup(idOf(realm, WITH_PHONE), group).joinGroup(idOf(realm, WITH_APP), group);
  }

  /** Rows that came by SQL are unknown to caches. */
  void forgetCached(RealmSize size) {
    RealmApi realm = admin.realm(size.realm());
    RealmSeed.expectGood(realm.post("clear-realm-cache", Map.of()));
    RealmSeed.expectGood(realm.post("clear-user-cache", Map.of()));
  }

  /** It catches who comes by another flow; whoever comes by Twostep's costs it one note. */
  private static void dismissGuard(RealmApi realm) {
    String path = "authentication/required-actions/" + SecondStepGuardFactory.ID;
    ObjectNode action = (ObjectNode) realm.get(path).orFail().json();
    RealmSeed.expectGood(realm.put(path, action.put("enabled", false)));
  }

  private static String idOf(RealmApi realm, BenchUser user) {
    return realm.userNamed(user.name()).get("id").textValue();
  }

  private static String flow(RealmApi realm, String alias) {
    for (JsonNode flow : realm.get("authentication/flows").orFail().json()) {
      if (flow.get("alias").textValue().equals(alias)) {
        return flow.get("id").textValue();
      }
    }
    throw new IllegalStateException("no flow " + alias);
  }

  private static Map<String, Object> client(String id) {
    Map<String, Object> client = new LinkedHashMap<>();
    client.put("clientId", id);
    client.put("publicClient", true);
    client.put("redirectUris", List.of("*"));
    return client;
  }

  private static Map<String, Object> plainClient(String browserFlow) {
    Map<String, Object> client = client(PLAIN);
    client.put("authenticationFlowBindingOverrides", Map.of("browser", browserFlow));
    return client;
  }

  private Map<String, Object> representation(RealmSize size) {
    Map<String, Object> realm = new LinkedHashMap<>();
    realm.put("realm", size.realm());
    realm.put("enabled", true);
    realm.put("sslRequired", "none");
    realm.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
    realm.put("attributes", attributes());
    realm.put("clients", List.of(client(Logins.CLIENT)));
    realm.put(
        "users",
        List.of(
            WITH_PHONE.representation(Variant.TWOSTEP_SMS),
            WITH_APP.representation(Variant.TWOSTEP_TOTP)));
    return realm;
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("twostep.requirement", "required");
    attributes.put("twostep.factors", "sms,totp");
    attributes.put("twostep.fallback", "none");
    attributes.put("twostep.sms.gateway", "http");
    attributes.put("twostep.sms.url", gatewayUrl);
    attributes.put("twostep.sms.format", "form");
    attributes.put("twostep.sms.body", "to={to}\ntext={text}");
    // All logins come from one address, and all numbers begin alike.
    attributes.put("twostep.limit.per-ip", "off");
    attributes.put("twostep.limit.per-prefix", "off");
    attributes.put("twostep.limit.conversion", "off");
    return attributes;
  }
}
