package dev.twostep.it.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An administrator sets a realm up by one call, as often as they like, and back by another. */
@WithKeycloak
class SetupIT {

  private static final String GUARD = "authentication/required-actions/twostep-second-step-guard";

  @Test
  @DisplayName("the first call changes the realm, the second nothing, and an event tells of it")
  void idempotent(TestEnvironment environment) {
    RealmApi realm = environment.newRealm("setup-twice");
    JsonNode first = realm.setUpTwostep();
    Map<String, JsonNode> between = Result.portrait(realm);
    JsonNode second = realm.setUpTwostep();

    assertThat(first.get("changed")).isNotEmpty();
    assertThat(first.get("state").asText()).isEqualTo("set-up");
    assertThat(second.get("changed")).isEmpty();
    assertThat(Result.portrait(realm)).isEqualTo(between);
    assertThat(realm.adminEvents().findValuesAsText("resourceType"))
        .containsOnlyOnce("TWOSTEP_SETUP");
    Result.assertAsks(environment, realm);
  }

  @Test
  @DisplayName("DELETE puts flows, required actions and user profile back exactly")
  void restores(TestEnvironment environment) {
    RealmApi realm = environment.newRealm("setup-back");
    Map<String, JsonNode> before = Result.portrait(realm);
    realm.setUpTwostep();
    assertThat(Result.portrait(realm)).isNotEqualTo(before);
    JsonNode undone = realm.delete("twostep/setup").orFail().json();

    assertThat(undone.get("changed")).isNotEmpty();
    assertThat(Result.portrait(realm)).isEqualTo(before);
    assertThat(realm.get("twostep/setup").orFail().json().get("state").asText()).isEqualTo("none");
    assertThat(realm.delete("twostep/setup").orFail().json().get("changed")).isEmpty();
  }

  @Test
  @DisplayName("a profile that a realm made for itself is put back with its own words")
  void restoresOwnProfile(TestEnvironment environment) {
    RealmApi realm = environment.newRealm("setup-profile");
    ObjectNode profile = (ObjectNode) realm.get("users/profile").orFail().json();
    profile.put("unmanagedAttributePolicy", "ENABLED");
    profile
        .withArray("attributes")
        .addObject()
        .put("name", "twostep.requirement")
        .putObject("permissions")
        .putPOJO("view", List.of("admin", "user"))
        .putPOJO("edit", List.of("admin", "user"));
    realm.put("users/profile", profile).orFail();
    Map<String, JsonNode> before = Result.portrait(realm);
    JsonNode report = realm.setUpTwostep();

    assertThat(report.get("changed").toString()).contains("repaired \\\"twostep.requirement\\\"");
    assertThat(report.get("warnings").toString()).contains("does not declare");
    assertThat(realm.get("twostep/setup").orFail().json().get("state").asText())
        .isEqualTo("set-up");
    realm.delete("twostep/setup").orFail();
    assertThat(Result.portrait(realm)).isEqualTo(before);
  }

  @Test
  @DisplayName("what somebody switched off, removed or bound otherwise is named, then repaired")
  void repairs(TestEnvironment environment) {
    RealmApi realm = environment.newRealm("setup-repair");
    realm.setUpTwostep();
    String bound = realm.representation().get("browserFlow").asText();

    switchStepOff(realm, bound);
    assertRepaired(environment, realm);
    realm.delete(GUARD).orFail();
    assertRepaired(environment, realm);
    ObjectNode guard = (ObjectNode) guard(realm);
    realm.put(GUARD, guard.put("priority", 5000).put("enabled", false)).orFail();
    assertRepaired(environment, realm);
    realm.update(Map.of("browserFlow", "browser"));
    assertRepaired(environment, realm);
    realm.update(Map.of("directGrantFlow", "direct grant"));
    assertRepaired(environment, realm);
    ObjectNode profile = (ObjectNode) realm.get("users/profile").orFail().json();
    profile.withArray("attributes").remove(profile.get("attributes").size() - 1);
    realm.put("users/profile", profile).orFail();
    assertRepaired(environment, realm);
  }

  private static void switchStepOff(RealmApi realm, String flow) {
    String executions = "authentication/flows/" + flow.replace(" ", "%20") + "/executions";
    for (JsonNode execution : realm.get(executions).orFail().json()) {
      if (execution.path("providerId").asText().equals("twostep-second-step")) {
        realm.put(executions, ((ObjectNode) execution).put("requirement", "DISABLED")).orFail();
      }
    }
  }

  private static JsonNode guard(RealmApi realm) {
    return realm.get(GUARD).orFail().json();
  }

  private static void assertRepaired(TestEnvironment environment, RealmApi realm) {
    JsonNode broken = realm.get("twostep/setup").orFail().json();
    assertThat(broken.get("state").asText()).as(broken.toString()).isEqualTo("partly");
    assertThat(broken.get("findings").toString()).contains("\"error\"");
    JsonNode report = realm.setUpTwostep();
    assertThat(report.get("changed")).as(broken.toString()).isNotEmpty();
    assertThat(report.get("state").asText()).as(report.toString()).isEqualTo("set-up");
    assertThat(guard(realm).get("enabled").asBoolean()).isTrue();
    Result.assertAsks(environment, realm);
  }
}
