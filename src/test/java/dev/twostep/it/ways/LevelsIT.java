package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An application asks for a level by {@code acr_values} and reads what it got in the ID token. */
@WithKeycloak
class LevelsIT {

  private static final String APP = TestEnvironment.CLIENT;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
    realm.attributes(Map.of("twostep.factors", "sms,totp,email"));
  }

  @Test
  @DisplayName("each factor sets its own acr and amr")
  void factorsClaimWhatTheyAre(TestEnvironment environment, RealmApi realm) {
    required(realm, NewUser.named("by-app").withApp());
    required(realm, NewUser.named("by-sms").withPhone("+4915287100001"));
    required(realm, NewUser.named("by-mail"));
    Visitor app = Visitor.to(environment, realm);
    Visitor sms = Visitor.to(environment, realm);
    Visitor none = Visitor.to(environment, realm);
    realm.createUser(NewUser.named("by-password"));

    JsonNode byApp = idToken(app, app.app(app.login("by-app"), "by-app"));
    Page asked = sms.login("by-sms");
    JsonNode bySms = idToken(sms, sms.code(asked, sent(environment, "+4915287100001")));
    JsonNode byPassword = idToken(none, none.login("by-password"));

    assertThat(byApp.path("acr").asText()).isEqualTo("otp");
    assertThat(amr(byApp)).contains("otp", "mfa");
    assertThat(bySms.path("acr").asText()).isEqualTo("sms");
    assertThat(amr(bySms)).contains("sms", "mfa").doesNotContain("otp");
    assertThat(byPassword.path("acr").asText()).isEqualTo("1");
    assertThat(amr(byPassword)).isEmpty();
  }

  @Test
  @DisplayName("acr_values asks for a factor of that level, though policy asks for nothing")
  void applicationsAskForLevels(TestEnvironment environment, RealmApi realm) {
    realm.createUser(NewUser.named("high").withPhone("+4915287100002").withApp());
    Visitor visitor = Visitor.to(environment, realm);
    assertThat(Stage.of(visitor.login("high"))).isEqualTo(Stage.IN);

    Page asked = visitor.level("otp", "high");
    assertThat(Stage.of(asked)).isEqualTo(Stage.ASKED);
    assertThat(asked.has("#twostep-resend")).isFalse();
    JsonNode token = idToken(visitor, visitor.app(asked, "high"));
    Page again = visitor.open(APP, Map.of("acr_values", "sms"));

    assertThat(token.path("acr").asText()).isEqualTo("otp");
    assertThat(Stage.of(again)).isEqualTo(Stage.IN);
    assertThat(idToken(visitor, again).path("acr").asText()).isIn("sms", "otp");
    assertThat(environment.gateway().requestsFor("+4915287100002")).isEmpty();
  }

  @Test
  @DisplayName("a level above the user's factors is clearly refused, essential or not")
  void levelOutOfReachIsRefused(TestEnvironment environment, RealmApi realm) {
    realm.createUser(NewUser.named("low").withPhone("+4915287100003"));
    String essential =
        Json.write(
            Map.of("id_token", Map.of("acr", Map.of("essential", true, "values", List.of("otp")))));

    for (Map<String, String> wish :
        List.of(Map.of("acr_values", "otp"), Map.of("claims", essential))) {
      Visitor visitor = Visitor.to(environment, realm);
      Page page = visitor.password(visitor.open(APP, wish), "low");
      assertThat(Stage.of(page)).isEqualTo(Stage.REFUSED);
      assertThat(page.text()).contains("stronger way");
    }
    JsonNode event = realm.latestEvent(realm.userNamed("low").path("id").asText(), "LOGIN_ERROR");
    assertThat(event.path("details").path("twostep_reason").asText())
        .isEqualTo("level-out-of-reach");
  }

  @Test
  @DisplayName("e-mail is the lowest level: it does not answer for SMS")
  void emailIsLowest(TestEnvironment environment, RealmApi realm) {
    String id = realm.createUser(NewUser.named("mail"));
    realm.policy("user", id, Map.of("requirement", "required"));
    Visitor visitor = Visitor.to(environment, realm);

    Page low = visitor.password(visitor.open(APP, Map.of("acr_values", "email")), "mail");
    Visitor other = Visitor.to(environment, realm);
    Page high = other.password(other.open(APP, Map.of("acr_values", "sms")), "mail");

    assertThat(Stage.of(low)).isEqualTo(Stage.ASKED);
    assertThat(Stage.of(high)).isNotIn(Stage.IN, Stage.ASKED);
  }

  private static void required(RealmApi realm, NewUser user) {
    realm.policy("user", realm.createUser(user), Map.of("requirement", "required"));
  }

  private static String sent(TestEnvironment environment, String number) {
    return SmsGatewayDouble.codeIn(environment.gateway().awaitSms(number, 1, PATIENCE));
  }

  private static List<String> amr(JsonNode token) {
    List<String> values = new ArrayList<>();
    token.path("amr").forEach(value -> values.add(value.asText()));
    return values;
  }

  private static JsonNode idToken(Visitor visitor, Page in) {
    String token =
        visitor
            .browser()
            .tokens(visitor.realm(), APP, in.code().orElseThrow())
            .path("id_token")
            .asText();
    byte[] body = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return Json.read(new String(body, StandardCharsets.UTF_8));
  }
}
