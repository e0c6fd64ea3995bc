package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** However a user spells their name, there is one account and one budget. */
@WithKeycloak
class AliasIT {

  private static String alice = "";

  @BeforeAll
  static void makeAlice(RealmApi realm) {
    realm.setUpTwostep();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
    alice = realm.createUser(NewUser.named("alice").withApp());
  }

  @Test
  @AbuseCase("D36")
  @DisplayName("D36: every spelling and the e-mail address spend one budget; unknown names none")
  void oneBudget(TestEnvironment environment, RealmApi realm) {
    List<String> spellings = List.of("alice", "Alice", "ALICE", " alice ", "alice@example.test");
    for (String spelling : spellings) {
      Visitor visitor = Visitor.to(environment, realm);
      Page asked = visitor.login(spelling);
      assertThat(Stage.of(asked)).as(spelling).isEqualTo(Stage.ASKED);
      environment.database().sql("update TWOSTEP_ACCOUNT set STREAKS = ''");
      visitor.code(asked, "000000");
    }
    for (String unknown : List.of("\u0430lice", "alice\u200b", "alice@", "nobody")) {
      Visitor visitor = Visitor.to(environment, realm);
      assertThat(Stage.of(visitor.login(unknown))).as(unknown).isEqualTo(Stage.PASSWORD);
    }

    List<Map<String, Object>> rows =
        environment
            .database()
            .sql("select WRONG_ANSWERS from TWOSTEP_ACCOUNT where USER_ID = ?", alice);
    assertThat(rows).hasSize(1);
    assertThat(((String) rows.get(0).get("wrong_answers")).split(",", -1))
        .hasSize(spellings.size());
    assertThat(
            environment
                .database()
                .sql(
                    "select USER_ID from TWOSTEP_ACCOUNT where REALM_ID = ? and USER_ID not in"
                        + " (select ID from USER_ENTITY)",
                    realm.representation().get("id").textValue()))
        .isEmpty();
  }

  @Test
  @AbuseCase("D36")
  @DisplayName("D36: a name changed in mid-attack keeps its budget and its back-off")
  void renamed(TestEnvironment environment, RealmApi realm) {
    realm.update(Map.of("editUsernameAllowed", true));
    String id = realm.createUser(NewUser.named("before").withApp());
    Visitor visitor = Visitor.to(environment, realm);
    visitor.code(visitor.login("before"), "000000");
    realm.updateUser(id, Map.of("username", "after"));
    Visitor renamed = Visitor.to(environment, realm);
    renamed.code(renamed.login("after"), "000000");

    assertThat(
            environment.database().sql("select STREAKS from TWOSTEP_ACCOUNT where USER_ID = ?", id))
        .hasSize(1);
  }
}
