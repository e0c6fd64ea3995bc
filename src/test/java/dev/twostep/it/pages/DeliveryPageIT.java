package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.ReceiptSender;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The code page follows its message, with and without JavaScript. */
@WithKeycloak
class DeliveryPageIT {

  private static Stage stage;
  private static ReceiptSender service;

  @BeforeAll
  static void open(TestEnvironment environment, RealmApi realm) {
    stage = Stage.open(environment, realm);
    realm.attributes(ReceiptSender.settings());
    service = new ReceiptSender(environment.url(), realm.name(), environment.database());
  }

  @AfterEach
  void askNobodyElse() {
    stage.assertQuiet();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static Person person(String name) {
    return stage.required(
        name, Map.of("factors", "sms,email", "fallback", "email"), Credential::phone);
  }

  private static void awaitState(Visitor visitor, String state) {
    visitor.page().waitForSelector("#twostep-delivery[data-state=" + state + "]");
  }

  private static void receipt(Person person, String status) {
    int answer = service.send("sms", service.latestTry(person.id()), "status=" + status);
    assertThat(answer).isEqualTo(204);
  }

  @Test
  void tellsWithoutReloadThatTheMessageArrived() {
    Person person = person("dora");
    Visitor visitor = stage.visitor(Screen.DESKTOP).logIn(person);
    awaitState(visitor, "sent");

    receipt(person, "DELIVRD");

    awaitState(visitor, "delivered");
    assertThat(visitor.text()).contains("has arrived on your phone");
    new Tour(visitor).look("code-delivered");
    visitor.answer(stage.smsCode(person, 1)).assertLoggedIn();
  }

  @Test
  void tellsWithoutReloadThatItDidNotAndOffersAnotherWay() {
    Person person = person("lou");
    Visitor visitor = stage.visitor(Screen.DESKTOP).logIn(person);
    awaitState(visitor, "sent");

    receipt(person, "UNDELIV");

    visitor.page().waitForSelector("#twostep-delivery[data-state=undelivered], [data-state=moved]");
    stage.turn(person, "UNDELIVERED");
    visitor.speak("en");
    assertThat(visitor.text()).contains("could not be delivered. Please try another way");
    new Tour(visitor).look("code-undelivered");
    // In truth it went by e-mail meanwhile; only who has no e-mail is left with that page.
    stage.turn(person, "MOVED");
    visitor.press("another").choose("email").answer(stage.mailCode(person)).assertLoggedIn();
  }

  @Test
  void tellsWithoutReloadThatItWentByEmail() {
    Person person = person("mona");
    Visitor visitor = stage.visitor(Screen.DESKTOP).logIn(person);
    awaitState(visitor, "sent");

    stage.turn(person, "MOVED");

    awaitState(visitor, "moved");
    assertThat(visitor.text()).contains("the same code by e-mail");
    assertThat(visitor.text()).contains("Code from the e-mail");
    new Tour(visitor).look("code-moved");
    visitor.answer(stage.smsCode(person, 1)).assertLoggedIn();
  }

  @Test
  void worksWithoutJavaScriptByALink() {
    Person person = person("nell");
    Visitor visitor = stage.visitorWithoutScript().logIn(person);
    String code = stage.smsCode(person, 1);
    receipt(person, "DELIVRD");

    visitor.leave(() -> visitor.page().click("#twostep-check"));

    assertThat(visitor.text()).contains("has arrived on your phone");
    assertThat(visitor.page().locator("#twostep-check").count()).isZero();
    assertThat(stage.smsCount(person)).isEqualTo(1);
    visitor.answer(code).assertLoggedIn();
  }
}
