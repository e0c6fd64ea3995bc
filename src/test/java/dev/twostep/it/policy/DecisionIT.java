package dev.twostep.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An administrator asks what a user's next login would need, and why. */
@WithKeycloak
class DecisionIT {

  private static String user = "";

  @BeforeAll
  static void makeScopes(RealmApi realm) {
    realm.setUpTwostep();
    user = realm.createUser(NewUser.named("member").withApp());
    String parent = realm.createGroup("parent");
    String child = realm.createSubgroup(parent, "child");
    String organization = realm.createOrganization("organization");
    realm.joinGroup(user, child).joinOrganization(user, organization);
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
    realm.policy("organization", organization, Map.of("requirement", "optional"));
    realm.policy("group", parent, Map.of("requirement", "required", "factors", List.of("totp")));
    realm.policy("group", child, Map.of("requirement", "off"));
    realm.policy("client", realm.createClient("payroll"), Map.of("requirement", "required"));
  }

  @Test
  @DisplayName("the answer names the scope that decides and why each other one does not")
  void reasons(RealmApi realm) {
    JsonNode decision = decision(realm, "");

    assertThat(decision.get("decision").asText()).isEqualTo("not-asked");
    assertThat(decision.get("reason").asText()).isEqualTo("off");
    assertThat(decision.get("scope").get("kind").asText()).isEqualTo("group");
    assertThat(decision.get("scope").get("name").asText()).isEqualTo("/parent/child");
    assertThat(decision.get("others").findValuesAsText("kind"))
        .containsExactlyInAnyOrder("group", "organization", "realm");
    assertThat(decision.get("others").findValuesAsText("unmet")).containsOnly("less-specific");
    assertThat(decision.get("acts").asBoolean()).isTrue();
  }

  @Test
  @DisplayName("an application that asks for more decides, and may lower nothing")
  void client(RealmApi realm) {
    JsonNode payroll = decision(realm, "?client=payroll");
    JsonNode app = decision(realm, "?client=app");

    assertThat(payroll.get("decision").asText()).isEqualTo("ask");
    assertThat(payroll.get("order").get(0).asText()).isEqualTo("totp");
    assertThat(payroll.get("scope").get("kind").asText()).isEqualTo("client");
    assertThat(app.get("decision").asText()).isEqualTo("not-asked");
    assertThat(realm.get(path("?client=unknown")).status()).isEqualTo(400);
    assertThat(realm.get("twostep/users/nobody/decision").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("asking writes nothing and needs the right to view users")
  void harmless(TestEnvironment environment, RealmApi realm) {
    assertThat(environment.database().sql("select 1 from TWOSTEP_ACCOUNT where USER_ID = ?", user))
        .isEmpty();
    assertThat(realm.api().withToken("x", "GET", realm.name() + "/" + path(""), "").status())
        .isEqualTo(401);
    realm.policy("user", realm.createUser("plain", NewUser.PASSWORD), Map.of("requirement", "off"));
    String token =
        environment
            .newDriver()
            .token(
                realm.name(),
                Map.of(
                    "grant_type", "password",
                    "client_id", "app",
                    "username", "plain",
                    "password", NewUser.PASSWORD))
            .path("access_token")
            .asText();
    assertThat(realm.api().withToken(token, "GET", realm.name() + "/" + path(""), "").status())
        .isEqualTo(403);
  }

  private static JsonNode decision(RealmApi realm, String query) {
    return realm.get(path(query)).orFail().json();
  }

  private static String path(String query) {
    return "twostep/users/" + user + "/decision" + query;
  }
}
