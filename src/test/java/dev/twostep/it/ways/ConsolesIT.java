package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keycloak's own applications are applications like any other. */
@WithKeycloak
class ConsolesIT {

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
    realm.createUser(NewUser.named("d33").withApp());
  }

  @Test
  @AbuseCase("D33")
  @DisplayName("D33: the account console and the realm's admin console are asked for")
  void consoles(TestEnvironment environment, RealmApi realm) {
    String account = environment.url() + "/realms/" + realm.name() + "/account/";
    String admin = environment.url() + "/admin/" + realm.name() + "/console/";

    assertThat(login(environment, realm, "account-console", account)).isEqualTo(Stage.ASKED);
    assertThat(login(environment, realm, "security-admin-console", admin)).isEqualTo(Stage.ASKED);
  }

  @Test
  @AbuseCase("D33")
  @DisplayName("D33: after setup in the master realm its administrators are asked, too")
  void masterRealm(TestEnvironment environment, RealmApi realm) {
    assertThat(findings(realm)).contains("Administrators log in through realm");
    RealmApi master = environment.admin().realm("master");
    String keeper = master.createUser(NewUser.named("d33-keeper").withApp());
    master.setUpTwostep();
    try {
      master.policy("user", keeper, Map.of("requirement", "required"));
      Stage console =
          login(
              environment,
              master,
              "security-admin-console",
              environment.url() + "/admin/master/console/",
              "d33-keeper");
      assertThat(console).isEqualTo(Stage.ASKED);
      assertThat(cli(environment, "d33-keeper")).isEqualTo("invalid_grant");
      assertThat(findings(realm)).doesNotContain("Administrators log in through realm");
    } finally {
      master.delete("twostep/setup").orFail();
      master.delete("users/" + keeper).orFail();
    }
  }

  private static String cli(TestEnvironment environment, String username) {
    return environment
        .newDriver()
        .token(
            "master",
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                username,
                "password",
                NewUser.PASSWORD))
        .path("error")
        .asText();
  }

  private static String findings(RealmApi realm) {
    return realm.get("twostep/setup").orFail().text();
  }

  private static Stage login(
      TestEnvironment environment, RealmApi realm, String client, String redirect) {
    return login(environment, realm, client, redirect, "d33");
  }

  private static Stage login(
      TestEnvironment environment,
      RealmApi realm,
      String client,
      String redirect,
      String username) {
    LoginDriver browser = environment.newDriver();
    Map<String, String> pkce =
        Map.of(
            "redirect_uri", redirect,
            "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
            "code_challenge_method", "S256");
    Page form = browser.open(realm.name(), client, pkce);
    return Stage.of(
        browser.submit(form, Map.of("username", username, "password", NewUser.PASSWORD)));
  }
}
