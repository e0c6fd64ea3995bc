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

/** Someone who must have a second step and has none gives a phone number in the login itself. */
@WithKeycloak
class EnrolPhoneIT {

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
  void asksForANumberProvesItAndUsesItAtTheNextLogin() {
    Person person = stage.required("anna", Map.of("factors", "sms"));
    Visitor visitor = stage.visitor(Screen.PHONE).logIn(person);

    assertThat(visitor.page().inputValue("#country")).isEqualTo("DE");
    send(visitor, "12");
    assertThat(visitor.text()).contains("not a valid phone number");
    assertThat(visitor.page().inputValue("#number")).isEqualTo("12");
    send(visitor, "0151 77999999");
    visitor.press("change");
    stage.coolDown();
    send(visitor, person.nationalNumber());
    visitor.answer("000000");
    assertThat(visitor.text()).contains("That code is not right");
    assertThat(stage.realm().credentials(person.id()).findValuesAsText("type"))
        .doesNotContain("twostep-phone");
    stage.neverWrong(person);
    visitor.answer(stage.smsCode(person, 1)).assertLoggedIn();

    stage.coolDown();
    visitor.forgetCookies();
    visitor.logIn(person);
    assertThat(visitor.text()).contains(person.lastDigits());
    assertThat(visitor.page().content()).doesNotContain(person.number().substring(3));
    visitor.answer(stage.smsCode(person, 2)).assertLoggedIn();
  }

  @Test
  void followsTheCallingCodeThatSomeoneTypes() {
    Person person = stage.required("reto", Map.of("factors", "sms"));
    Visitor visitor = stage.visitor(Screen.DESKTOP).logIn(person);

    visitor.page().locator("#number").pressSequentially("+41 79");
    assertThat(visitor.page().inputValue("#country")).isEqualTo("CH");
    visitor.page().selectOption("#country", "AT");
    assertThat(visitor.page().inputValue("#number")).isEqualTo("+41 79");
  }

  private static void send(Visitor visitor, String number) {
    visitor.page().fill("#number", number);
    visitor.press("send");
  }
}
