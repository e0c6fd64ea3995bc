package dev.twostep.it.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.GatewayRequest;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What administrators may do with gateways, and what nobody gets out of them. */
@WithKeycloak
class GatewaysAdminIT {

  private static final String MASK = "**********";
  private static final String CANARY = "canary-Secret-0123456789";
  private static final String ACCOUNT = "AC00000000000000000000000000000000";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestEnvironment environment;

  GatewaysAdminIT(TestEnvironment environment) {
    this.environment = environment;
  }

  private Map<String, String> http(String secret) {
    return new TreeMap<>(
        Map.of(
            "url", environment.gatewayUrl(),
            "format", "form",
            "body", "to={to}\ntext={text}",
            "headers", "Authorization: Bearer {secret}",
            "secret", secret));
  }

  private Map<String, String> twilio() {
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

  private static Reply put(RealmApi realm, String name, String kind, Map<String, String> settings) {
    return realm.put("twostep/gateways/" + name, Map.of("kind", kind, "settings", settings));
  }

  private static JsonNode get(RealmApi realm, String name) {
    return realm.get("twostep/gateways/" + name).orFail().json();
  }

  private GatewayRequest sentTo(Texted somebody) {
    somebody.login();
    String text = environment.gateway().awaitSms(somebody.phone(), PATIENCE);
    assertThat(somebody.enter(SmsGatewayDouble.codeIn(text))).isTrue();
    return environment.gateway().requestsFor(somebody.phone()).get(0);
  }

  private Texted somebody(RealmApi realm, String name) {
    return Texted.create(realm, environment.newDriver(), name);
  }

  @Test
  @AbuseCase("B16")
  @DisplayName("B16 a gateway's secret is in no answer, event or export of the admin REST")
  void secretGoesInAndNeverComesOut() {
    RealmApi realm = environment.newRealm("gateway-secret");
    put(realm, "sms", "http", http(CANARY)).orFail();
    Map<String, String> twilio = twilio();
    twilio.put("auth-token", CANARY + "2");
    put(realm, "backup", "twilio", twilio).orFail();
    // An unrelated change of the realm writes all attributes into an admin event.
    realm.update(Map.of("displayName", "Changed"));

    JsonNode shown = get(realm, "backup");
    assertThat(shown.at("/settings/secret").asText()).isEqualTo(MASK);
    assertThat(shown.at("/settings/auth-token").asText()).isEqualTo(MASK);
    assertThat(shown.at("/settings/account-sid").asText()).isEqualTo(ACCOUNT);
    assertThat(shown.at("/problems")).isEmpty();
    assertThat(realm.get("twostep/gateways").orFail().text()).contains(MASK);
    String events = realm.adminEvents().toString();
    assertThat(events).contains("TWOSTEP_GATEWAY").contains("twostep/gateways/backup");
    for (String text :
        List.of(
            realm.get("twostep/gateways").orFail().text(),
            shown.toString(),
            realm.representation().toString(),
            realm.post("partial-export?exportClients=true", Map.of()).orFail().text(),
            realm.get("components").orFail().text(),
            realm.api().get("").orFail().text(),
            events,
            environment.log())) {
      assertThat(text).doesNotContain("canary-Secret");
    }
  }

  @Test
  @AbuseCase("B16")
  @DisplayName("B16 the mask that is written back keeps the secret, and the gateway goes on")
  void maskKeepsTheSecret() {
    RealmApi realm = environment.newRealm("gateway-mask");
    Texted.require(realm, "sms");
    put(realm, "sms", "http", http(CANARY)).orFail();

    GatewayRequest before = sentTo(somebody(realm, "mask-ann"));
    ObjectNode shown = (ObjectNode) get(realm, "sms");
    shown.withObject("/settings").put("from", "Changed");
    realm.put("twostep/gateways/sms", shown).orFail();
    GatewayRequest after = sentTo(somebody(realm, "mask-bob"));

    assertThat(before.headers().get("authorization")).isEqualTo("Bearer " + CANARY);
    assertThat(after.headers().get("authorization")).isEqualTo("Bearer " + CANARY);
    assertThat(get(realm, "sms").at("/settings/from").asText()).isEqualTo("Changed");
  }

  @Test
  @AbuseCase("B16")
  @DisplayName(
      "B16 a secret that was typed into a realm attribute is masked, and the mask keeps it")
  void maskKeepsAPlainAttribute() {
    RealmApi realm = environment.newRealm("gateway-plain");
    realm.attributes(
        Map.of(
            "twostep.sms.headers", "Authorization: Bearer {secret}", "twostep.sms.secret", CANARY));
    assertThat(realm.setUpTwostep().toString())
        .contains("twostep.sms.secret")
        .doesNotContain(CANARY);
    Texted.require(realm, "sms");

    JsonNode shown = get(realm, "sms");
    assertThat(shown.at("/settings/secret").asText()).isEqualTo(MASK);
    realm.put("twostep/gateways/sms", shown).orFail();

    assertThat(realm.representation().toString()).doesNotContain(CANARY);
    assertThat(sentTo(somebody(realm, "plain-ann")).headers().get("authorization"))
        .isEqualTo("Bearer " + CANARY);
    assertThat(realm.setUpTwostep().toString()).doesNotContain("twostep.sms.secret");
  }

  @Test
  @AbuseCase("B16")
  @DisplayName("B16 a changed address never gets the old secret: by the mask, or behind its back")
  void changedAddressNeedsTheSecretAgain() {
    RealmApi realm = environment.newRealm("gateway-moved");
    Texted.require(realm, "sms");
    put(realm, "sms", "http", http(CANARY)).orFail();
    Map<String, String> moved = http(MASK);
    moved.put("url", environment.gatewayUrl() + "/elsewhere");

    Reply refused = put(realm, "sms", "http", moved);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("settings.secret", "address has changed");
    assertThat(get(realm, "sms").at("/settings/url").asText()).isEqualTo(environment.gatewayUrl());

    realm.attribute("twostep.sms.url", environment.gatewayUrl() + "/elsewhere");
    Texted ann = somebody(realm, "moved-ann").login();

    assertThat(get(realm, "sms").at("/problems/0/setting").asText()).isEqualTo("secret");
    Eventually.holds(
        "the page to say that nothing was sent",
        PATIENCE,
        () -> ann.page().document().select("#twostep-delivery").text().contains("not be sent"));
    assertThat(environment.gateway().requestsFor(ann.phone())).isEmpty();
  }

  @Test
  @DisplayName("A vault expression is no secret: it is shown, stored and kept as it is")
  void vaultStaysReadable() {
    RealmApi realm = environment.newRealm("gateway-vault");
    Reply reply = put(realm, "sms", "http", http("${vault.nothing-there}"));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text()).contains("vault has no such entry");

    realm.attributes(Map.of("twostep.sms.secret", "${vault.sms}"));
    assertThat(get(realm, "sms").at("/settings/secret").asText()).isEqualTo("${vault.sms}");
  }

  @Test
  @DisplayName("Whatever is wrong is said at once, and nothing is changed")
  void badInput() {
    RealmApi realm = environment.newRealm("gateway-bad");
    JsonNode before = realm.get("twostep/gateways").orFail().json();

    assertThat(put(realm, "sms", "carrier-pigeon", Map.of()).text())
        .contains("\"kind\"", "twilio", "http");
    assertThat(put(realm, "Not-A-Name", "http", http(CANARY)).text()).contains("\"name\"");
    Reply many = put(realm, "sms", "twilio", Map.of("voice", "perhaps", "region", "a b"));
    assertThat(many.status()).isEqualTo(400);
    assertThat(many.text())
        .contains("settings.account-sid", "settings.secret", "settings.voice", "settings.region");
    Map<String, String> elsewhere = twilio();
    elsewhere.remove("base-url");
    assertThat(put(realm, "sms", "twilio", elsewhere).text())
        .contains("api.twilio.com", "gateway-hosts")
        .doesNotContain(CANARY);
    Map<String, String> nothingToKeep = twilio();
    nothingToKeep.put("auth-token", MASK);
    assertThat(put(realm, "other", "twilio", nothingToKeep).text()).contains("no such secret");
    assertThat(realm.put("twostep/gateways/sms", List.of(CANARY)).text())
        .contains("not a JSON object")
        .doesNotContain(CANARY);

    assertThat(realm.get("twostep/gateways").orFail().json()).isEqualTo(before);
    assertThat(realm.adminEvents().toString()).doesNotContain("TWOSTEP_GATEWAY");
  }

  @Test
  @DisplayName("A gateway that is taken away is gone with its secrets, and the others stay")
  void delete() {
    RealmApi realm = environment.newRealm("gateway-gone");
    put(realm, "backup", "twilio", twilio()).orFail();

    assertThat(realm.delete("twostep/gateways/backup").status()).isEqualTo(204);

    assertThat(realm.get("twostep/gateways/backup").status()).isEqualTo(404);
    assertThat(realm.delete("twostep/gateways/backup").status()).isEqualTo(404);
    assertThat(realm.representation().toString()).doesNotContain("twostep.sms.backup");
    assertThat(get(realm, "sms").get("kind").asText()).isEqualTo("http");
  }

  @Test
  @DisplayName("view-realm reads, manage-realm writes, nobody else does either")
  void rights() {
    RealmApi realm = environment.newRealm("gateway-rights");

    assertThat(statuses(realm, List.of())).containsExactly(403, 403, 403, 403);
    assertThat(statuses(realm, List.of("view-users"))).containsExactly(403, 403, 403, 403);
    assertThat(statuses(realm, List.of("view-realm"))).containsExactly(200, 200, 403, 403);
    assertThat(statuses(realm, List.of("manage-realm"))).containsExactly(200, 200, 400, 204);
  }

  /** Of the list, one gateway, a change and a removal. */
  private List<Integer> statuses(RealmApi realm, List<String> roles) {
    String token = token(realm, roles);
    String list = realm.name() + "/twostep/gateways";
    return List.of(
        realm.api().withToken(token, "GET", list, "").status(),
        realm.api().withToken(token, "GET", list + "/sms", "").status(),
        realm.api().withToken(token, "PUT", list + "/sms", "{}").status(),
        realm.api().withToken(token, "DELETE", list + "/sms", "").status());
  }

  private String token(RealmApi realm, List<String> roles) {
    String name = "admin" + String.join("", roles);
    String user = realm.createUser(name, "secret");
    String client = realm.clientNamed("realm-management").get("id").asText();
    for (String role : roles) {
      JsonNode found = realm.get("clients/" + client + "/roles/" + role).orFail().json();
      realm.post("users/" + user + "/role-mappings/clients/" + client, List.of(found)).orFail();
    }
    return environment
        .newDriver()
        .token(
            realm.name(),
            Map.of(
                "grant_type",
                "password",
                "client_id",
                TestEnvironment.CLIENT,
                "username",
                name,
                "password",
                "secret"))
        .path("access_token")
        .asText();
  }
}
