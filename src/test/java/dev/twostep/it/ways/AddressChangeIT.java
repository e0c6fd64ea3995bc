package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A password is enough to change the profile's address, and must not be enough to get codes. */
@WithKeycloak
class AddressChangeIT {

  private static News news;

  @BeforeAll
  static void setUp(TestEnvironment environment, RealmApi realm) {
    news = News.in(environment, realm);
    realm.update(Map.of("editUsernameAllowed", false));
  }

  @Test
  @AbuseCase("D19")
  @DisplayName("D19: codes stay with the proven address when a password changes the profile's")
  void codesStay(TestEnvironment environment, RealmApi realm) {
    String user = realm.createUser(NewUser.named("d19"));

    assertThat(change(environment, realm, "d19", "thief@evil.test").status()).isEqualTo(204);
    // As if the thief had followed Keycloak's own verification link.
    realm.updateUser(user, Map.of("emailVerified", true));
    realm.policy("user", user, Map.of("requirement", "required", "factors", List.of("email")));
    Visitor visitor = Visitor.to(environment, realm);
    Page asked = visitor.login("d19");

    assertThat(Stage.of(asked)).as(asked.text()).isEqualTo(Stage.ASKED);
    assertThat(asked.text()).contains("d•••@example.test").doesNotContain("evil.test");
    assertThat(news.mail("d19").text()).contains("address of your account was changed");
    assertThat(environment.mail().mailsTo("thief@evil.test")).isEmpty();
    news.credential(user, "twostep-email");
  }

  @Test
  @AbuseCase("D19")
  @DisplayName(
      "D19: an address that nobody had proven is told, and never becomes the one for codes")
  void unprovenIsNotPinned(TestEnvironment environment, RealmApi realm) {
    String user = realm.createUser(NewUser.named("d19-raw").with("emailVerified", false));

    change(environment, realm, "d19-raw", "first@evil.test").orFail();
    change(environment, realm, "d19-raw", "second@evil.test").orFail();

    assertThat(news.mail("d19-raw").text()).contains("was changed", "f•••@evil.test");
    assertThat(realm.credentials(user)).hasSize(1);
  }

  @Test
  @AbuseCase("D19")
  @DisplayName("D19: an administrator's change moves the address as before")
  void administratorsChangeMoves(TestEnvironment environment, RealmApi realm) {
    String user = realm.createUser(NewUser.named("d19-admin"));

    realm.updateUser(user, Map.of("email", "moved@example.test", "emailVerified", true));

    assertThat(realm.credentials(user)).hasSize(1);
  }

  private static Reply change(
      TestEnvironment environment, RealmApi realm, String name, String email) {
    String token =
        environment
            .newDriver()
            .token(
                realm.name(),
                Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    TestEnvironment.CLIENT,
                    "username",
                    name,
                    "password",
                    NewUser.PASSWORD))
            .path("access_token")
            .asText();
    String path = "/realms/" + realm.name() + "/account/";
    ObjectNode account =
        (ObjectNode) environment.admin().withToken(token, "GET", path, "").orFail().json();
    account.put("email", email);
    return environment.admin().withToken(token, "POST", path, account.toString());
  }
}
