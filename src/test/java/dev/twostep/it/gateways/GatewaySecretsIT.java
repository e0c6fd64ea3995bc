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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The secrets of gateways: they go in, and nobody gets them out again. */
@WithKeycloak
class GatewaySecretsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestEnvironment environment;
  private final GatewayDesk desk;

  GatewaySecretsIT(TestEnvironment environment) {
    this.environment = environment;
    this.desk = new GatewayDesk(environment);
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
    GatewayDesk.put(realm, "sms", "http", desk.http(GatewayDesk.CANARY)).orFail();
    Map<String, String> twilio = desk.twilio();
    twilio.put("auth-token", GatewayDesk.CANARY + "2");
    GatewayDesk.put(realm, "backup", "twilio", twilio).orFail();
    // An unrelated change of the realm writes all attributes into an admin event.
    realm.update(Map.of("displayName", "Changed"));

    JsonNode shown = GatewayDesk.get(realm, "backup");
    assertThat(shown.at("/settings/secret").asText()).isEqualTo(GatewayDesk.MASK);
    assertThat(shown.at("/settings/auth-token").asText()).isEqualTo(GatewayDesk.MASK);
    assertThat(shown.at("/settings/account-sid").asText()).isEqualTo(GatewayDesk.ACCOUNT);
    assertThat(shown.at("/problems")).isEmpty();
    assertThat(realm.get("twostep/gateways").orFail().text()).contains(GatewayDesk.MASK);
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
    GatewayDesk.put(realm, "sms", "http", desk.http(GatewayDesk.CANARY)).orFail();

    GatewayRequest before = sentTo(somebody(realm, "mask-ann"));
    ObjectNode shown = (ObjectNode) GatewayDesk.get(realm, "sms");
    shown.withObject("/settings").put("from", "Changed");
    realm.put("twostep/gateways/sms", shown).orFail();
    GatewayRequest after = sentTo(somebody(realm, "mask-bob"));

    assertThat(before.headers().get("authorization")).isEqualTo("Bearer " + GatewayDesk.CANARY);
    assertThat(after.headers().get("authorization")).isEqualTo("Bearer " + GatewayDesk.CANARY);
    assertThat(GatewayDesk.get(realm, "sms").at("/settings/from").asText()).isEqualTo("Changed");
  }

  @Test
  @AbuseCase("B16")
  @DisplayName(
      "B16 a secret that was typed into a realm attribute is masked, and the mask keeps it")
  void maskKeepsAPlainAttribute() {
    RealmApi realm = environment.newRealm("gateway-plain");
    realm.attributes(
        Map.of(
            "twostep.sms.headers",
            "Authorization: Bearer {secret}",
            "twostep.sms.secret",
            GatewayDesk.CANARY));
    assertThat(realm.setUpTwostep().toString())
        .contains("twostep.sms.secret")
        .doesNotContain(GatewayDesk.CANARY);
    Texted.require(realm, "sms");

    JsonNode shown = GatewayDesk.get(realm, "sms");
    assertThat(shown.at("/settings/secret").asText()).isEqualTo(GatewayDesk.MASK);
    realm.put("twostep/gateways/sms", shown).orFail();

    assertThat(realm.representation().toString()).doesNotContain(GatewayDesk.CANARY);
    assertThat(sentTo(somebody(realm, "plain-ann")).headers().get("authorization"))
        .isEqualTo("Bearer " + GatewayDesk.CANARY);
    assertThat(realm.setUpTwostep().toString()).doesNotContain("twostep.sms.secret");
  }

  @Test
  @AbuseCase("B16")
  @DisplayName("B16 a changed address never gets the old secret: by the mask, or behind its back")
  void changedAddressNeedsTheSecretAgain() {
    RealmApi realm = environment.newRealm("gateway-moved");
    Texted.require(realm, "sms");
    GatewayDesk.put(realm, "sms", "http", desk.http(GatewayDesk.CANARY)).orFail();
    Map<String, String> moved = desk.http(GatewayDesk.MASK);
    moved.put("url", environment.gatewayUrl() + "/elsewhere");

    Reply refused = GatewayDesk.put(realm, "sms", "http", moved);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("settings.secret", "address has changed");
    assertThat(GatewayDesk.get(realm, "sms").at("/settings/url").asText())
        .isEqualTo(environment.gatewayUrl());

    realm.attribute("twostep.sms.url", environment.gatewayUrl() + "/elsewhere");
    Texted ann = somebody(realm, "moved-ann").login();

    assertThat(GatewayDesk.get(realm, "sms").at("/problems/0/setting").asText())
        .isEqualTo("secret");
    Eventually.holds(
        "the page to say that nothing was sent",
        PATIENCE,
        () -> ann.page().document().select("#twostep-delivery").text().contains("not be sent"));
    assertThat(environment.gateway().requestsFor(ann.phone())).isEmpty();
  }
}
