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

/** Flows that were wired badly by hand: a wrong code stays a wrong code, and setup names them. */
@WithKeycloak
class WiringIT {

  @BeforeAll
  static void wireBadly(RealmApi realm) {
    realm.setUpTwostep();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
    Flows.application(
        realm,
        "loose",
        List.of(
            new Flows.Element("auth-username-password-form", "ALTERNATIVE"),
            new Flows.Element("twostep-second-step", "ALTERNATIVE")));
    Flows.application(
        realm,
        "nested",
        List.of(
            new Flows.Element("auth-username-password-form", "REQUIRED"),
            new Flows.Element(
                "nested-alternatives",
                "REQUIRED",
                List.of(
                    new Flows.Element("twostep-second-step", "ALTERNATIVE"),
                    new Flows.Element("allow-access-authenticator", "ALTERNATIVE")))));
    Flows.application(
        realm,
        "switched-off",
        List.of(
            new Flows.Element("auth-username-password-form", "REQUIRED"),
            new Flows.Element("twostep-second-step", "DISABLED")));
  }

  @Test
  @AbuseCase("D32")
  @DisplayName("D32: wired as an alternative, nested or switched off, the step is still asked")
  void stillAsked(TestEnvironment environment, RealmApi realm) {
    for (String client : List.of("loose", "nested", "switched-off")) {
      String name = client + "-user";
      realm.createUser(NewUser.named(name).withApp());
      Visitor visitor = Visitor.to(environment, realm);
      Page asked = visitor.login(client, name);
      Page wrong = visitor.code(asked, "000000");
      Page another = visitor.press(wrong, Map.of("tryAnotherWay", "on"));
      assertThat(Stage.of(asked)).as(client).isEqualTo(Stage.ASKED);
      assertThat(Stage.of(wrong)).as(client).isEqualTo(Stage.ASKED);
      assertThat(another.isCallback()).as(client).isFalse();
      assertThat(visitor.open(client, Map.of("prompt", "none")).isCallback()).isTrue();
      assertThat(visitor.open(client, Map.of("prompt", "none")).code()).as(client).isEmpty();
    }
  }

  @Test
  @AbuseCase("D32")
  @DisplayName("D32: setup names the flows and what to do")
  void lints(RealmApi realm) {
    String findings = realm.get("twostep/setup").orFail().json().get("findings").toString();

    assertThat(findings)
        .contains("\\\"loose\\\" has its second step in an ALTERNATIVE element")
        .contains("\\\"nested\\\" has its second step in an ALTERNATIVE element")
        .contains("\\\"switched-off\\\" has its second step switched off");
  }
}
