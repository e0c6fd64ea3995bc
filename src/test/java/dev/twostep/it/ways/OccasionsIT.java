package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One account, several applications, each of which asks on occasions of its own. */
@WithKeycloak
class OccasionsIT {

  private static final List<String> PRESETS =
      List.of("web-portal", "desktop-agent", "mail-add-in", "mobile-app");

  @BeforeAll
  static void makeApplications(RealmApi realm) {
    realm.setUpTwostep();
    for (String preset : PRESETS) {
      preset(realm, realm.createClient(preset), preset);
    }
  }

  private static void preset(RealmApi realm, String client, String preset) {
    realm.put("twostep/applications/" + client + "/preset", Map.of("preset", preset)).orFail();
  }

  @Test
  @DisplayName("B2: the portal asks at every login, the mail add-in once in each session")
  void eachApplicationAsksAsItIsSet(TestEnvironment environment, RealmApi realm) {
    Visitor visitor = required(environment, realm, "of-b2");
    Page first = visitor.login("web-portal", "of-b2");
    Page in = visitor.app(first, "of-b2");
    Page again = visitor.open("web-portal");
    Page mail = visitor.open("mail-add-in");

    assertThat(Stage.of(first)).isEqualTo(Stage.ASKED);
    assertThat(in.code()).isPresent();
    assertThat(Stage.of(again)).isEqualTo(Stage.ASKED);
    assertThat(mail.code()).isPresent();
  }

  @Test
  @DisplayName("B2: registering an agent for offline use asks, also in a session that has proven")
  void agentsAreAskedWhenTheyRegister(TestEnvironment environment, RealmApi realm) {
    Visitor visitor = required(environment, realm, "agent");
    visitor.app(visitor.login("agent"), "agent");
    Page asked = visitor.open("desktop-agent", Map.of("scope", "openid offline_access"));
    Page in = visitor.nextApp(asked, "agent");
    var tokens = visitor.browser().tokens(realm.name(), "desktop-agent", in.code().orElseThrow());

    assertThat(Stage.of(asked)).isEqualTo(Stage.ASKED);
    assertThat(tokens.path("scope").asText()).contains("offline_access");
    assertThat(tokens.has("refresh_token")).isTrue();
  }

  @Test
  @DisplayName("B2: changed credentials ask again where the application wants that")
  void asksAfterChangedCredentials(TestEnvironment environment, RealmApi realm) {
    Visitor visitor = required(environment, realm, "changed");
    visitor.app(visitor.login("mail-add-in", "changed"), "changed");
    assertThat(visitor.open("mail-add-in").code()).isPresent();
    String id = realm.userNamed("changed").path("id").asText();
    realm
        .put(
            "users/" + id + "/reset-password",
            Map.of("type", "password", "value", NewUser.PASSWORD, "temporary", false))
        .orFail();

    assertThat(Stage.of(visitor.open("mail-add-in"))).isEqualTo(Stage.ASKED);
    assertThat(visitor.open("app").code()).as("that does not ask for it").isPresent();
  }

  @Test
  @DisplayName("B4, B7: an agent asks nobody who may choose and has not; a policy asks them all")
  void agentsOfferNothing(TestEnvironment environment, RealmApi realm) {
    String id = realm.createUser(NewUser.named("of-b7"));
    realm.policy("user", id, Map.of("requirement", "optional"));
    Page left = Visitor.to(environment, realm).login("desktop-agent", "of-b7");
    Page offered = Visitor.to(environment, realm).login("of-b7");
    realm.policy("user", id, Map.of("requirement", "required"));
    Page must = Visitor.to(environment, realm).login("desktop-agent", "of-b7");

    assertThat(left.code()).as(left.text()).isPresent();
    assertThat(Stage.of(offered)).isEqualTo(Stage.OFFERED);
    assertThat(Stage.of(must)).isNotIn(Stage.IN, Stage.OFFERED, Stage.REFUSED);
  }

  @Test
  @DisplayName("B5: an organization's policy off again leaves a user's own setting as it was")
  void ownSettingsSurvive(TestEnvironment environment, RealmApi realm) {
    String id = realm.createUser(NewUser.named("of-b5").withApp());
    String organization = realm.createOrganization("b5");
    realm.joinOrganization(id, organization);
    realm.policy("realm", realm.name(), Map.of("requirement", "optional"));
    try {
      Page own = Visitor.to(environment, realm).login("web-portal", "of-b5");
      realm.policy("organization", organization, Map.of("requirement", "required"));
      Page must = Visitor.to(environment, realm).login("web-portal", "of-b5");
      realm.delete("twostep/scopes/organization/" + organization).orFail();
      Page still = Visitor.to(environment, realm).login("web-portal", "of-b5");

      assertThat(List.of(own, must, still)).extracting(Stage::of).containsOnly(Stage.ASKED);
    } finally {
      realm.delete("twostep/scopes/realm/" + realm.name()).orFail();
    }
  }

  @Test
  @AbuseCase({"D38", "D41"})
  @DisplayName("D38, D41: a factor grows old by its own age, whatever renews the session")
  void factorsGrowOldByThemselves(TestEnvironment environment, RealmApi realm) {
    String client = realm.createClient("aged");
    realm.put("twostep/applications/" + client, Map.of("maxAge", "PT3S")).orFail();
    realm.update(Map.of("rememberMe", true));
    Visitor visitor = required(environment, realm, "d38");
    visitor.app(visitor.login("aged", "d38"), "d38");

    Page asked =
        Eventually.get(
            "a question for a factor that has grown old",
            Duration.ofSeconds(20),
            () -> Optional.of(visitor.open("aged")).filter(page -> Stage.of(page) == Stage.ASKED));
    Page renewed = visitor.open("app", Map.of("prompt", "login"));
    Page password = visitor.password(renewed, "d38");

    assertThat(asked.code()).isEmpty();
    assertThat(visitor.open("app").code()).as("asked by nobody else").isPresent();
    assertThat(Stage.of(password)).as("a new password renews no factor").isEqualTo(Stage.ASKED);
    assertThat(Stage.of(visitor.open("aged"))).isEqualTo(Stage.ASKED);
  }

  @Test
  @DisplayName("an application's settings are shown, replaced and undone; a preset is one call")
  void administratorsSetThem(RealmApi realm) {
    String client = realm.createClient("kept");
    String path = "twostep/applications/" + client;
    preset(realm, client, "legacy");
    var legacy = realm.get("clients/" + client).orFail().json();
    var shown = realm.get(path).orFail().json();
    realm.put(path, Map.of("occasions", List.of("every-login"))).orFail();
    var replaced = realm.get(path).orFail().json();
    realm.delete(path).orFail();
    var after = realm.get("clients/" + client).orFail().json();

    assertThat(legacy.path("fullScopeAllowed").asBoolean()).isFalse();
    assertThat(shown.path("preset").asText()).isEqualTo("legacy");
    assertThat(replaced.path("holds").path("occasions").get(0).asText()).isEqualTo("every-login");
    assertThat(after.path("fullScopeAllowed").asBoolean()).isTrue();
    assertThat(after.path("attributes").toString()).doesNotContain("twostep");
    assertThat(realm.put(path + "/preset", Map.of("preset", "fridge")).status()).isEqualTo(400);
    assertThat(realm.get("twostep/applications/nobody").status()).isEqualTo(404);
  }

  private static Visitor required(TestEnvironment environment, RealmApi realm, String name) {
    String id = realm.createUser(NewUser.named(name).withApp());
    realm.policy("user", id, Map.of("requirement", "required"));
    return Visitor.to(environment, realm);
  }
}
