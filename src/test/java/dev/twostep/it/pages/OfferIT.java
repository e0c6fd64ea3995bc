package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where two-step login is optional, people are asked once. */
@WithKeycloak
class OfferIT {

  private static Stage stage;

  @BeforeAll
  static void open(TestEnvironment environment, RealmApi realm) {
    stage = Stage.open(environment, realm);
  }

  @AfterEach
  void askNobodyElse() {
    stage.assertQuiet();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void asksWhoeverAcceptedAtTheNextLogin() {
    Person person = stage.person("otto", "optional", Map.of("factors", "sms"));
    Visitor visitor = stage.visitor(Screen.PHONE).logIn(person).press("accept");

    visitor.page().fill("#number", person.nationalNumber());
    visitor.press("send").answer(stage.smsCode(person, 1)).assertLoggedIn();
    stage.coolDown();
    visitor.forgetCookies();
    visitor.logIn(person).answer(stage.smsCode(person, 2)).assertLoggedIn();
  }

  @ParameterizedTest
  @ValueSource(strings = {"later", "never"})
  void remembersANo(String answer) {
    Person person = stage.person("no-" + answer, "optional", Map.of("factors", "sms"));
    Visitor visitor = stage.visitor(Screen.PHONE).logIn(person).press(answer);
    visitor.assertLoggedIn();

    visitor.forgetCookies();
    visitor.logIn(person).assertLoggedIn();
    assertThat(stage.realm().user(person.id()).at("/attributes/twostep.choice/0").asText())
        .startsWith(answer);
  }
}
