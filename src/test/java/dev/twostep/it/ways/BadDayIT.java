package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What cannot be read, found or reached refuses the login, with an event; it never skips. */
@WithKeycloak
class BadDayIT {

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
    Flows.passwordOnly(realm, "bare");
  }

  @Test
  @AbuseCase("D26")
  @DisplayName("D26: an unreadable policy refuses, in the flow and behind one without us")
  void unreadablePolicy(TestEnvironment environment, RealmApi realm) {
    String group = realm.createGroup("spoilt");
    String user = realm.createUser(NewUser.named("unreadable").withApp());
    realm.groupAttribute(group, "twostep.requirement", "maybe").joinGroup(user, group);
    Page inFlow = Visitor.to(environment, realm).login("unreadable");
    Page behind = Visitor.to(environment, realm).login("bare", "unreadable");

    assertThat(Stage.of(inFlow)).isEqualTo(Stage.REFUSED);
    assertThat(Stage.of(behind)).isEqualTo(Stage.REFUSED);
    assertThat(reason(realm, user)).isEqualTo("unreadable-policy");
    assertThat(environment.log()).contains("maybe");
    realm.delete("groups/" + group).orFail();
    assertThat(Stage.of(Visitor.to(environment, realm).login("unreadable"))).isEqualTo(Stage.IN);
  }

  @Test
  @AbuseCase("D26")
  @DisplayName("D26: an unreadable state of the policy refuses everybody")
  void unreadableState(TestEnvironment environment, RealmApi realm) {
    realm.createUser(NewUser.named("stateless"));
    realm.attribute("twostep.state", "perhaps");
    try {
      assertThat(Stage.of(Visitor.to(environment, realm).login("stateless")))
          .isEqualTo(Stage.REFUSED);
    } finally {
      realm.attribute("twostep.state", "on");
    }
  }

  @Test
  @AbuseCase("D26")
  @DisplayName("D26: when the group of an exemption is deleted in mid-login, the rest decides")
  void deletedGroup(TestEnvironment environment, RealmApi realm) {
    String strict = realm.createGroup("strict");
    String exempt = realm.createSubgroup(strict, "exempt");
    realm.policy("group", strict, Map.of("requirement", "required"));
    realm.policy("group", exempt, Map.of("requirement", "optional"));
    String user = realm.createUser(NewUser.named("leaver").withApp());
    realm.joinGroup(user, strict).joinGroup(user, exempt);
    Visitor visitor = Visitor.to(environment, realm);
    Page asked = visitor.login("leaver");
    realm.delete("groups/" + exempt).orFail();
    Page never = visitor.action(asked, "never");

    assertThat(Stage.of(never)).isEqualTo(Stage.ASKED);
    assertThat(Stage.of(visitor.app(never, "leaver"))).isEqualTo(Stage.IN);
  }

  @Test
  @AbuseCase("D26")
  @DisplayName("D26: without the table of budgets a code, even a right one, is refused")
  void noLedger(TestEnvironment environment, RealmApi realm) {
    String user = realm.createUser(NewUser.named("ledger").withApp());
    realm.policy("user", user, Map.of("requirement", "required"));
    Visitor visitor = Visitor.to(environment, realm);
    Page asked = visitor.login("ledger");
    Page refused = without(environment, "TWOSTEP_ACCOUNT", () -> visitor.app(asked, "ledger"));

    assertThat(Stage.of(refused)).isEqualTo(Stage.REFUSED);
    assertThat(reason(realm, user)).isEqualTo("unavailable");
    assertThat(visitor.open("app", Map.of("prompt", "none")).error()).hasValue("login_required");
    Visitor later = Visitor.to(environment, realm);
    assertThat(Stage.of(later.nextApp(later.login("ledger"), "ledger"))).isEqualTo(Stage.IN);
  }

  @Test
  @AbuseCase("D26")
  @DisplayName("D26: without the table of grace periods nobody gets in, on either road")
  void noGraces(TestEnvironment environment, RealmApi realm) {
    String user = realm.createUser(NewUser.named("graceless"));
    realm.policy("user", user, Map.of("requirement", "required", "grace", Map.of("skips", 3)));
    for (String client : new String[] {"app", "bare"}) {
      Page refused =
          without(
              environment,
              "TWOSTEP_GRACE",
              () -> Visitor.to(environment, realm).login(client, "graceless"));
      assertThat(Stage.of(refused)).as(client).isEqualTo(Stage.REFUSED);
    }
    assertThat(reason(realm, user)).isEqualTo("unavailable");
  }

  @Test
  @AbuseCase("D31")
  @DisplayName("D31: a right code does not stand in for an empty or wrong password")
  void emptyPassword(TestEnvironment environment, RealmApi realm) {
    String user = realm.createUser(NewUser.named("d31").withApp());
    realm.policy("user", user, Map.of("requirement", "required"));
    String code = NewUser.appOf("d31").code();
    for (String password : new String[] {"", " ", code}) {
      Visitor visitor = Visitor.to(environment, realm);
      Page form = visitor.open("app");
      Map<String, String> fields =
          Map.of(
              "username",
              "d31",
              "password",
              password,
              "code",
              code,
              "otp",
              code,
              "totp",
              code,
              "twostepAction",
              "verify",
              "twostepFactor",
              "totp");
      Page answer = visitor.browser().submit(form, fields);
      Page again = visitor.browser().submit(answer, fields);
      assertThat(Stage.of(answer)).as("password '" + password + "'").isEqualTo(Stage.PASSWORD);
      assertThat(Stage.of(again)).as("password '" + password + "'").isEqualTo(Stage.PASSWORD);
    }
  }

  private static Page without(
      TestEnvironment environment, String table, java.util.function.Supplier<Page> login) {
    environment.database().sql("alter table " + table + " rename to " + table + "_AWAY");
    try {
      return login.get();
    } finally {
      environment.database().sql("alter table " + table + "_AWAY rename to " + table);
    }
  }

  private static String reason(RealmApi realm, String user) {
    JsonNode event = realm.latestEvent(user, "LOGIN_ERROR");
    return event.path("details").path("twostep_reason").asText();
  }
}
