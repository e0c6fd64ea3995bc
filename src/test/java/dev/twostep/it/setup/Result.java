package dev.twostep.it.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.util.Map;
import java.util.TreeMap;

/** Two ways to look at what setup made of a realm. */
final class Result {

  private Result() {}

  /** A new user under a required policy is asked. */
  static void assertAsks(TestEnvironment environment, RealmApi realm) {
    String name = "asked" + realm.get("users/count").orFail().text();
    String user = realm.createUser(NewUser.named(name).withApp());
    realm.policy("user", user, Map.of("requirement", "required"));
    LoginDriver browser = environment.newDriver();
    Page page = browser.login(realm.name(), "app", name, NewUser.PASSWORD);
    assertThat(Stage.of(page)).as(page.text()).isEqualTo(Stage.ASKED);
  }

  /** Everything that setup touches, as an administrator sees it. */
  static Map<String, JsonNode> portrait(RealmApi realm) {
    Map<String, JsonNode> parts = new TreeMap<>();
    parts.put("realm", realm.representation());
    parts.put("flows", realm.get("authentication/flows").orFail().json());
    parts.put("actions", realm.get("authentication/required-actions").orFail().json());
    parts.put("profile", realm.get("users/profile").orFail().json());
    parts.put("components", realm.get("components").orFail().json());
    return parts;
  }
}
