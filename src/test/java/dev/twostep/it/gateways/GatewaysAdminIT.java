package dev.twostep.it.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What administrators may do with gateways. */
@WithKeycloak
class GatewaysAdminIT {

  private final TestEnvironment environment;
  private final GatewayDesk desk;

  GatewaysAdminIT(TestEnvironment environment) {
    this.environment = environment;
    this.desk = new GatewayDesk(environment);
  }

  @Test
  @DisplayName("A vault expression is no secret: it is shown, stored and kept as it is")
  void vaultStaysReadable() {
    RealmApi realm = environment.newRealm("gateway-vault");
    Reply reply = GatewayDesk.put(realm, "sms", "http", desk.http("${vault.nothing-there}"));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text()).contains("vault has no such entry");

    realm.attributes(Map.of("twostep.sms.secret", "${vault.sms}"));
    assertThat(GatewayDesk.get(realm, "sms").at("/settings/secret").asText())
        .isEqualTo("${vault.sms}");
  }

  @Test
  @DisplayName("Whatever is wrong is said at once, and nothing is changed")
  void badInput() {
    RealmApi realm = environment.newRealm("gateway-bad");
    JsonNode before = realm.get("twostep/gateways").orFail().json();

    assertThat(GatewayDesk.put(realm, "sms", "carrier-pigeon", Map.of()).text())
        .contains("\"kind\"", "twilio", "http");
    assertThat(GatewayDesk.put(realm, "Not-A-Name", "http", desk.http(GatewayDesk.CANARY)).text())
        .contains("\"name\"");
    Reply many =
        GatewayDesk.put(realm, "sms", "twilio", Map.of("voice", "perhaps", "region", "a b"));
    assertThat(many.status()).isEqualTo(400);
    assertThat(many.text())
        .contains("settings.account-sid", "settings.secret", "settings.voice", "settings.region");
    Map<String, String> elsewhere = desk.twilio();
    elsewhere.remove("base-url");
    assertThat(GatewayDesk.put(realm, "sms", "twilio", elsewhere).text())
        .contains("api.twilio.com", "gateway-hosts")
        .doesNotContain(GatewayDesk.CANARY);
    Map<String, String> nothingToKeep = desk.twilio();
    nothingToKeep.put("auth-token", GatewayDesk.MASK);
    assertThat(GatewayDesk.put(realm, "other", "twilio", nothingToKeep).text())
        .contains("no such secret");
    assertThat(realm.put("twostep/gateways/sms", List.of(GatewayDesk.CANARY)).text())
        .contains("not a JSON object")
        .doesNotContain(GatewayDesk.CANARY);

    assertThat(realm.get("twostep/gateways").orFail().json()).isEqualTo(before);
    assertThat(realm.adminEvents().toString()).doesNotContain("TWOSTEP_GATEWAY");
  }

  @Test
  @DisplayName("A gateway that is taken away is gone with its secrets, and the others stay")
  void delete() {
    RealmApi realm = environment.newRealm("gateway-gone");
    realm.attribute("twostep.sms.routes", "sms 1\nbackup 1");
    GatewayDesk.put(realm, "backup", "twilio", desk.twilio()).orFail();
    GatewayDesk.put(realm, "sms", "http", desk.http(GatewayDesk.CANARY)).orFail();
    assertThat(GatewayDesk.put(realm, "sms", "http", Map.of("routes", "backup 1")).text())
        .contains("settings.routes");

    assertThat(realm.delete("twostep/gateways/backup").status()).isEqualTo(204);

    assertThat(realm.get("twostep/gateways/backup").status()).isEqualTo(404);
    assertThat(realm.delete("twostep/gateways/backup").status()).isEqualTo(404);
    assertThat(realm.representation().toString()).doesNotContain("twostep.sms.backup");
    JsonNode sms = GatewayDesk.get(realm, "sms");
    assertThat(sms.get("kind").asText()).isEqualTo("http");
    assertThat(sms.get("breaker").asText()).isEqualTo("closed");
    assertThat(realm.delete("twostep/gateways/sms").status()).isEqualTo(204);
    assertThat(realm.get("twostep/gateways").orFail().json().get("gateways")).isEmpty();
    assertThat(realm.get("twostep/gateways").orFail().json().get("routes").asText())
        .isEqualTo("sms 1\nbackup 1");
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
