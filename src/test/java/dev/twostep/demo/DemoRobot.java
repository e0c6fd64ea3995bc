package dev.twostep.demo;

import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import java.util.List;
import java.util.Map;

/** A program that may ask for the codes of everybody's portals. */
final class DemoRobot {

  static final String ID = "collector";
  static final String SECRET = "demo";

  private final RealmApi realm;

  DemoRobot(RealmApi realm) {
    this.realm = realm;
  }

  /** Makes it; the answer is that of its rules. */
  Reply create() {
    String client =
        realm.createClient(
            Map.of(
                "clientId",
                ID,
                "name",
                "Invoice collector",
                "secret",
                SECRET,
                "serviceAccountsEnabled",
                true));
    String account =
        realm.get("clients/" + client + "/service-account-user").orFail().json().get("id").asText();
    realm.post(
        "users/" + account + "/role-mappings/realm",
        List.of(realm.get("roles/twostep-robot").json()));
    return realm.put(
        "twostep/portals/robots/" + client,
        Map.of("portals", List.of("*"), "owners", List.of("*")));
  }
}
