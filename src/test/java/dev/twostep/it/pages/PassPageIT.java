package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of somebody who was given a pass. */
@WithKeycloak
class PassPageIT {

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
  void showsThePassAmongTheWays() {
    Person person =
        stage.required(
            "paula", Map.of(), number -> Credential.phone(number), number -> Credential.app());
    pass(person);
    Visitor visitor = stage.visitor(Screen.DESKTOP).logIn(person).press("another");
    new Tour(visitor).look("choose-pass");

    visitor.choose("pass");
    new Tour(visitor).look("code-pass");
  }

  @Test
  void showsThatAPassIsSpentAndThatItsTimeIsOver() {
    Person person = stage.required("quentin", Map.of());
    String pass = pass(person);
    Visitor first = stage.visitor(Screen.PHONE).logIn(person);
    assertThat(first.page().getAttribute("#code", "autocomplete")).isEqualTo("off");
    assertThat(first.page().getAttribute("#code", "inputmode")).isNull();
    first.answer(pass);
    first.page().waitForSelector("#number");

    Visitor second = stage.visitor(Screen.DESKTOP).logIn(person);
    new Tour(second).look("code-pass-spent", () -> second.answer(pass));
    stage
        .environment()
        .database()
        .sql(
            "update twostep_pass_use set used_at = used_at - ? where user_id = ?",
            Duration.ofMinutes(10).toMillis(),
            person.id());
    first.page().fill("#number", person.nationalNumber());
    first.press("send");
    new Tour(first).look("refused-pass-over");
  }

  private static String pass(Person person) {
    return stage
        .realm()
        .post("twostep/users/" + person.id() + "/pass", Map.of())
        .orFail()
        .json()
        .get("pass")
        .asText();
  }
}
