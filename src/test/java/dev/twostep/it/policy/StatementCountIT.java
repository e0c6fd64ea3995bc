package dev.twostep.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the policy costs the database in a login that it leaves alone: nothing. */
@WithKeycloak
class StatementCountIT {

  private static final int WARM_UP = 4;

  private static final int MEASURED = 5;

  @ParameterizedTest(name = "{0} groups")
  @ValueSource(ints = {1, 50})
  @DisplayName("a login that is not asked costs the same statements as one without Twostep")
  void costsNoStatement(int groups, TestEnvironment environment) {
    RealmApi plain = realm(environment, "statements-plain", groups);
    RealmApi ruled = realm(environment, "statements-ruled", groups);
    ruled.setUpTwostep();

    Map<String, Long> without = cheapest(environment, plain);
    Map<String, Long> with = cheapest(environment, ruled);

    assertThat(total(without)).isPositive();
    assertThat(with).isEqualTo(without);
  }

  /** The same rules in both realms: in the plain one nobody reads them. */
  private static RealmApi realm(TestEnvironment environment, String name, int groups) {
    RealmApi realm = environment.newRealm(name);
    String user = realm.createUser(NewUser.named("user").withApp());
    String parent = realm.createGroup("parent");
    realm.policy("group", parent, Map.of("requirement", "required"));
    for (int i = 0; i < groups; i++) {
      String group = realm.createSubgroup(parent, "group" + i);
      realm.policy("group", group, Map.of("requirement", "off"));
      realm.joinGroup(user, group);
    }
    String organization = realm.createOrganization("organization");
    realm.policy("organization", organization, Map.of("requirement", "required"));
    realm.joinOrganization(user, organization);
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
    withoutOwnSecondFactors(realm);
    return realm;
  }

  /** Keycloak's own question for the app would otherwise be part of the plain login only. */
  private static void withoutOwnSecondFactors(RealmApi realm) {
    String executions = "authentication/flows/browser/executions";
    for (var execution : realm.get(executions).orFail().json()) {
      if (execution.path("displayName").asText().contains("Conditional")) {
        var changed = ((com.fasterxml.jackson.databind.node.ObjectNode) execution);
        realm.put(executions, changed.put("requirement", "DISABLED")).orFail();
      }
    }
  }

  /** What else the server does meanwhile can only add: the cheapest of several logins counts. */
  private static Map<String, Long> cheapest(TestEnvironment environment, RealmApi realm) {
    IntStream.range(0, WARM_UP).forEach(i -> login(environment, realm));
    List<Map<String, Long>> logins =
        IntStream.range(0, MEASURED)
            .mapToObj(i -> environment.database().statementsDuring(() -> login(environment, realm)))
            .toList();
    return logins.stream().min(Comparator.comparing(StatementCountIT::total)).orElseThrow();
  }

  private static long total(Map<String, Long> statements) {
    return statements.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void login(TestEnvironment environment, RealmApi realm) {
    Page in = environment.newDriver().login(realm.name(), "app", "user", NewUser.PASSWORD);
    assertThat(in.code()).as(in.text()).isPresent();
  }
}
