package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One browser session over several applications, of which one demands more than the others. */
@WithKeycloak
class SingleSignOnIT {

  private static final String PAYROLL = "payroll";

  @BeforeAll
  static void demandAtPayroll(RealmApi realm) {
    realm.setUpTwostep();
    String payroll = realm.createClient(PAYROLL);
    realm.policy("client", payroll, Map.of("requirement", "required"));
    for (String client : List.of(payroll, realm.clientNamed("app").get("id").textValue())) {
      realm.post("clients/" + client + "/protocol-mappers/models", amrMapper()).orFail();
    }
  }

  private static Map<String, Object> amrMapper() {
    return Map.of(
        "name", "amr",
        "protocol", "openid-connect",
        "protocolMapper", "oidc-amr-mapper",
        "config", Map.of("id.token.claim", "true", "access.token.claim", "true"));
  }

  @Test
  @AbuseCase("D06")
  @DisplayName("D06: the cookie of a low application is stepped up before a demanding one")
  void stepsUp(TestEnvironment environment, RealmApi realm) {
    Visitor visitor = user(environment, realm, "d06", "off");
    Page low = visitor.login("d06");
    Page silent = visitor.open(PAYROLL, Map.of("prompt", "none"));
    Page high = visitor.open(PAYROLL);
    Page wrong = visitor.code(high, "000000");

    assertThat(Stage.of(low)).isEqualTo(Stage.IN);
    assertThat(silent.error()).hasValue("login_required");
    assertThat(List.of(Stage.of(high), Stage.of(wrong))).containsOnly(Stage.ASKED);
    assertThat(Stage.of(visitor.open("app"))).isEqualTo(Stage.IN);
    assertThat(Stage.of(visitor.open(PAYROLL))).isEqualTo(Stage.ASKED);
  }

  @Test
  @AbuseCase("D06")
  @DisplayName("D06: a session that has proven a factor is not asked again, a new password is")
  void remembersProof(TestEnvironment environment, RealmApi realm) {
    Visitor visitor = user(environment, realm, "proven", "off");
    Page asked = visitor.login(PAYROLL, "proven");
    Page in = visitor.app(asked, "proven");

    assertThat(Stage.of(asked)).isEqualTo(Stage.ASKED);
    assertThat(Stage.of(in)).isEqualTo(Stage.IN);
    assertThat(Stage.of(visitor.open(PAYROLL))).isEqualTo(Stage.IN);
    assertThat(Stage.of(visitor.open("app"))).isEqualTo(Stage.IN);
    Page again = visitor.open(PAYROLL, Map.of("prompt", "login"));
    assertThat(Stage.of(again)).isEqualTo(Stage.PASSWORD);
    assertThat(Stage.of(visitor.password(again, "proven"))).isEqualTo(Stage.ASKED);
  }

  @Test
  @DisplayName("the amr claim says mfa only where a factor was proven")
  void claimsHonestly(TestEnvironment environment, RealmApi realm) {
    Visitor visitor = user(environment, realm, "amr", "off");
    JsonNode low = idToken(visitor, "app", visitor.login("amr"));
    JsonNode high = idToken(visitor, PAYROLL, visitor.app(visitor.open(PAYROLL), "amr"));
    JsonNode later = idToken(visitor, "app", visitor.open("app"));

    assertThat(low.path("amr").toString()).doesNotContain("mfa");
    assertThat(high.path("amr").toString()).contains("mfa");
    assertThat(later.path("amr").toString()).contains("mfa");
  }

  @Test
  @DisplayName("the amr claim of an optional login that was not asked does not say mfa")
  void claimsNothingForDeclinedOffer(TestEnvironment environment, RealmApi realm) {
    String id = realm.createUser(NewUser.named("declines"));
    realm.policy("user", id, Map.of("requirement", "optional"));
    Visitor visitor = Visitor.to(environment, realm);
    Page in = visitor.action(visitor.login("declines"), "never");

    assertThat(idToken(visitor, "app", in).path("amr").toString()).doesNotContain("mfa");
  }

  private static Visitor user(
      TestEnvironment environment, RealmApi realm, String name, String requirement) {
    String id = realm.createUser(NewUser.named(name).withApp());
    realm.policy("user", id, Map.of("requirement", requirement));
    return Visitor.to(environment, realm);
  }

  private static JsonNode idToken(Visitor visitor, String client, Page in) {
    String code = in.code().orElseThrow(() -> new AssertionError(in.text()));
    String token =
        visitor.browser().tokens(visitor.realm(), client, code).path("id_token").textValue();
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return Json.read(new String(claims, StandardCharsets.UTF_8));
  }
}
