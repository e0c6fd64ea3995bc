package dev.twostep.it.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.browser.BrowserFixture;
import dev.twostep.fixture.browser.PageCheck;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The realm that every test class is given: password login, mail and a browser work in it. */
@WithKeycloak
class EnvironmentIT {

  private static String alice = "";

  @BeforeAll
  static void makeUser(RealmApi realm) {
    alice = realm.createUser("alice", "secret");
  }

  @Test
  void logsInOverHttp(TestEnvironment environment, RealmApi realm) {
    LoginDriver browser = environment.newDriver();
    Page wrong = browser.login(realm.name(), TestEnvironment.CLIENT, "alice", "wrong");
    Page right = browser.submit(wrong, Map.of("username", "alice", "password", "secret"));

    assertThat(wrong.status()).isEqualTo(200);
    assertThat(wrong.has("input[name=password]")).isTrue();
    assertThat(
            browser
                .tokens(realm.name(), TestEnvironment.CLIENT, right.code().orElseThrow())
                .has("id_token"))
        .isTrue();
    assertThat(browser.exchanges()).anyMatch(exchange -> exchange.sent().contains("wrong"));
    assertThat(realm.eventsOf(alice).findValuesAsText("type")).contains("LOGIN", "LOGIN_ERROR");
  }

  @Test
  void postsTogether(TestEnvironment environment, RealmApi realm) {
    LoginDriver browser = environment.newDriver();
    Page form = browser.open(realm.name(), TestEnvironment.CLIENT);
    Map<String, String> answer = Map.of("username", "alice", "password", "wrong");

    List<Page> pages = browser.submitTogether(form, Collections.nCopies(8, answer));

    assertThat(pages).hasSize(8).noneMatch(page -> page.code().isPresent());
  }

  @Test
  void receivesMail(TestEnvironment environment, RealmApi realm) {
    int answer =
        realm.put("users/" + alice + "/execute-actions-email", List.of("UPDATE_PASSWORD")).status();

    assertThat(answer).isEqualTo(204);
    assertThat(environment.mail().awaitMail("alice@example.test", Duration.ofSeconds(10)).text())
        .contains("http");
  }

  @Test
  void readsTheDatabase(TestEnvironment environment, RealmApi realm) {
    assertThat(environment.database().sql("select id from user_entity where id = ?", alice))
        .hasSize(1);
    assertThat(environment.database().dump()).contains("alice@example.test");
    assertThat(environment.database().statementsDuring(() -> realm.eventsOf(alice)).keySet())
        .anyMatch(statement -> statement.contains("EVENT_ENTITY"));
  }

  @Test
  void logsInWithChromium(TestEnvironment environment, RealmApi realm) {
    String address =
        environment.newDriver().open(realm.name(), TestEnvironment.CLIENT).uri().toString();
    try (BrowserFixture browser = BrowserFixture.open()) {
      var page = browser.page(Screen.PHONE);
      page.navigate(address);
      PageCheck.assertAccessible(page);
      page.fill("input[name=username]", "alice");
      page.fill("input[name=password]", "secret");
      page.click("[type=submit]");
      page.waitForURL(LoginDriver.CALLBACK + "**");

      assertThat(page.title()).isEqualTo("Logged in");
    }
  }
}
