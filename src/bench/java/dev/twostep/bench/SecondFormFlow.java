package dev.twostep.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.fixture.admin.RealmApi;
import java.util.Map;

/**
 * Asks for name and password on two pages instead of one: what one more form costs when it proves
 * nothing that the first would not have proved.
 */
final class SecondFormFlow {

  private static final String TOP = "two-forms";
  private static final String FORMS = "two-forms-forms";

  private final RealmApi realm;

  SecondFormFlow(RealmApi realm) {
    this.realm = realm;
  }

  void bind() {
    RealmSeed.expectGood(
        realm.post(
            "authentication/flows",
            Map.of("alias", TOP, "providerId", "basic-flow", "topLevel", true, "builtIn", false)));
    execution(TOP, "auth-cookie");
    RealmSeed.expectGood(
        realm.post(
            "authentication/flows/" + TOP + "/executions/flow",
            Map.of("alias", FORMS, "type", "basic-flow", "provider", "registration-page-form")));
    execution(FORMS, "auth-username-form");
    execution(FORMS, "auth-password-form");
    for (JsonNode one : realm.get("authentication/flows/" + TOP + "/executions").json()) {
      require((ObjectNode) one);
    }
    realm.update(Map.of("browserFlow", TOP));
  }

  private void execution(String flow, String provider) {
    RealmSeed.expectGood(
        realm.post(
            "authentication/flows/" + flow + "/executions/execution",
            Map.of("provider", provider)));
  }

  private void require(ObjectNode execution) {
    boolean top = execution.get("level").asInt() == 0;
    execution.put("requirement", top ? "ALTERNATIVE" : "REQUIRED");
    RealmSeed.expectGood(realm.put("authentication/flows/" + TOP + "/executions", execution));
  }
}
