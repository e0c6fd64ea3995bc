package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The page that asks for a code, as people use it. */
@WithKeycloak
class CodePageIT {

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
  @AbuseCase("A14")
  @DisplayName("A14: reload, another language and the back button send nothing; the code stays")
  void sendsNothingTwice() {
    Person person = stage.required("reloader", Map.of(), Credential::phone);
    Visitor visitor = stage.visitor(Screen.PHONE).logIn(person);
    String code = stage.smsCode(person, 1);

    visitor.leave(visitor.page()::reload);
    visitor.speak("de");
    assertThat(visitor.text()).contains("Code aus der SMS");
    visitor.leave(visitor.page()::goBack);
    visitor.page().goForward();
    visitor.answer(code);

    visitor.assertLoggedIn();
    assertThat(stage.smsCount(person)).isEqualTo(1);
  }

  @Test
  @AbuseCase({"A28", "A30"})
  @DisplayName("A28, A30: no hint before the password, never the number, and nowhere the code")
  void showsOnlyWhatItMay() {
    Person person = stage.required("secretive", Map.of(), Credential::phone);
    Visitor visitor = stage.visitor(Screen.PHONE).openLogin(Map.of());
    visitor.page().fill("input[name=username]", person.name());
    visitor.page().fill("input[name=password]", "wrong");
    visitor.leave(() -> visitor.page().click("[type=submit]"));
    assertThat(visitor.page().content()).doesNotContain("••••");

    visitor.password(person);
    String code = stage.smsCode(person, 1);
    assertThat(visitor.text()).contains("•••• " + person.lastDigits());
    assertThat(visitor.everythingInReach())
        .doesNotContain(code)
        .doesNotContain(person.number().substring("+49".length()));
  }

  @Test
  void takesAPastedCodeWithASpace() {
    Person person = stage.required("paster", Map.of(), Credential::phone);
    Visitor visitor = stage.visitor(Screen.PHONE).logIn(person);
    String code = stage.smsCode(person, 1);
    Page page = visitor.page();

    assertThat(page.locator("input[autocomplete=one-time-code]").count()).isEqualTo(1);
    assertThat(page.locator("#code").getAttribute("inputmode")).isEqualTo("numeric");
    assertThat(page.locator("#code").getAttribute("maxlength")).isNull();
    page.keyboard().insertText(code.substring(0, 3) + " " + code.substring(3));
    visitor.leave(() -> page.keyboard().press("Enter"));

    visitor.assertLoggedIn();
    assertThat(stage.smsCount(person)).as("Enter confirms; it asks for no message").isEqualTo(1);
  }

  @Test
  void worksByKeyboardAlone() {
    Person person = stage.required("typist", Map.of(), Credential::phone);
    Visitor visitor = stage.visitor(Screen.DESKTOP).logIn(person);
    Page page = visitor.page();

    assertThat(focused(page)).isEqualTo("code");
    page.keyboard().type(stage.smsCode(person, 1));
    page.keyboard().press("Tab");
    assertThat(focused(page)).isEqualTo("twostep-verify");
    visitor.leave(() -> page.keyboard().press("Enter"));

    visitor.assertLoggedIn();
  }

  @Test
  void submitsADoubleClickOnce() {
    Person person = stage.required("clicker", Map.of(), Credential::phone);
    Visitor visitor = stage.visitor(Screen.DESKTOP).logIn(person);
    String code = stage.smsCode(person, 1);
    long before = visitor.posts();

    visitor.page().fill("#code", code);
    visitor.leave(() -> visitor.page().dblclick("#twostep-verify"));

    visitor.assertLoggedIn();
    assertThat(visitor.posts() - before).isEqualTo(1);
  }

  @Test
  void countsDownToTheNextMessage() {
    Person person = stage.required("waiter", Map.of(), Credential::phone);
    Visitor visitor = stage.visitor(Screen.DESKTOP);
    Page page = visitor.page();
    page.clock().install();
    visitor.logIn(person);
    String code = stage.smsCode(person, 1);

    assertThat(page.locator("#twostep-resend").isDisabled()).isTrue();
    assertThat(page.locator("#twostep-resend-wait").innerText()).containsPattern("in \\d+ seconds");
    page.clock().fastForward("00:31");
    assertThat(page.locator("#twostep-resend").isEnabled()).isTrue();
    assertThat(page.locator("#twostep-resend-wait").innerText()).contains("again now");

    stage.coolDown();
    visitor.press("resend");
    assertThat(stage.smsCode(person, 2)).as("a late first message still works").isEqualTo(code);
    visitor.answer(code).assertLoggedIn();
  }

  private static String focused(Page page) {
    return (String) page.evaluate("document.activeElement.id");
  }
}
