package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.Misbehaviour;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page, in three languages, on two screens: accessible, readable, and kept as a picture. */
@WithKeycloak
class EveryPageIT {

  private static final String ALL = "sms,email,totp,passkey,recovery-codes";
  private static final List<String> RECOVERY = List.of("AAAABBBBCCCC", "DDDDEEEEFFFF");

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
  void showsEveryWayOfSomeoneWhoHasAll() {
    Person person =
        stage.required(
            "eve",
            Map.of("factors", ALL),
            number -> Credential.phone(number),
            number -> Credential.app(),
            number -> Credential.lostPasskey(),
            number -> Credential.recoveryCodes(RECOVERY));
    Visitor visitor = stage.visitor(Screen.DESKTOP).logIn(person);
    Tour tour = new Tour(visitor);

    tour.look("passkey");
    visitor.press("another");
    tour.look("choose");
    visitor.choose("totp");
    tour.look("code-totp");
    visitor.press("another").choose("recovery-codes");
    tour.look("code-recovery");
    visitor.press("another").choose("sms");
    stage.smsCode(person, 1);
    tour.look("code-sms");
  }

  @Test
  void showsTheCodePageWithItsComplaints() {
    Person person = stage.required("mel", Map.of("factors", "email,totp", "fallback", "email"));
    Visitor visitor = stage.visitor(Screen.DESKTOP).logIn(person);
    Tour tour = new Tour(visitor);
    stage.mailCode(person);

    tour.look("code-email");
    tour.look(
        "code-wrong",
        () -> {
          visitor.answer("000000");
          stage.neverWrong(person);
        });
    tour.look(
        "code-too-early",
        () -> {
          stage.wrongJustNow(person, "EMAIL", 6);
          visitor.answer("000000");
        });
  }

  @Test
  void showsEveryStepOfSettingUp() {
    Person person =
        stage.required(
            "nina", Map.of("factors", "sms,email,totp", "fallback", "none", "grace.skips", "3"));
    unverify(person);
    Visitor visitor = stage.visitor(Screen.DESKTOP).logIn(person);
    Tour tour = new Tour(visitor);

    tour.look("phone");
    tour.look(
        "phone-error",
        () -> {
          visitor.page().fill("#number", "030 123456");
          visitor.press("send");
        });
    visitor.press("another");
    tour.look("choose-enrol");
    visitor.choose("email");
    tour.look("email");
    visitor.press("another").choose("sms");
    visitor.page().fill("#number", person.nationalNumber());
    visitor.press("send");
    stage.smsCode(person, 1);
    tour.look("code-confirm");
  }

  @Test
  void showsTheOffer() {
    Person person = stage.person("olga", "optional", Map.of("factors", "sms,totp"));
    new Tour(stage.visitor(Screen.DESKTOP).logIn(person)).look("offer");
  }

  @Test
  void showsTheRefusal() {
    Person person = stage.required("rita", Map.of());
    String group = stage.realm().createGroup("unreadable");
    stage.realm().groupAttribute(group, "twostep.requirement", "perhaps");
    stage.realm().joinGroup(person.id(), group);
    stage.realm().userAttribute(person.id(), "twostep.requirement", "");
    new Tour(stage.visitor(Screen.DESKTOP).logIn(person)).look("refused");
  }

  @Test
  void showsWhyTheLastFactorStays() {
    Person person = stage.required("lara", Map.of(), Credential::phone);
    String phone = phoneOf(person);
    Visitor visitor =
        stage
            .visitor(Screen.DESKTOP)
            .logIn(person, Map.of("kc_action", "delete_credential:" + phone))
            .answer(stage.smsCode(person, 1));

    assertThat(visitor.text()).contains("This is your only way to confirm a login");
    new Tour(visitor).look("refused-change");
  }

  private static String phoneOf(Person person) {
    return StreamSupport.stream(stage.realm().credentials(person.id()).spliterator(), false)
        .filter(credential -> credential.path("type").asText().equals("twostep-phone"))
        .map(credential -> credential.path("id").asText())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void showsThatAMessageCouldNotBeSent() {
    Person person =
        stage.required("fred", Map.of("factors", "sms", "fallback", "none"), Credential::phone);
    stage
        .environment()
        .gateway()
        .behaveFor(person.number(), Misbehaviour.of(Misbehaviour.Kind.SERVER_ERROR));
    Visitor visitor = stage.visitor(Screen.DESKTOP).logIn(person);

    visitor.page().waitForSelector("#twostep-delivery[data-state=failed]");
    new Tour(visitor).look("code-failed");
  }

  @Test
  void showsEveryStepOfBindingAnApp() {
    Person person = stage.person("abe", "off", Map.of(), Credential::phone);
    Visitor visitor =
        stage.visitor(Screen.DESKTOP).logIn(person, Map.of("kc_action", "CONFIGURE_TOTP"));
    if (visitor.page().locator("#code").count() > 0) {
      visitor.answer(stage.smsCode(person, 1));
      stage.coolDown();
    }
    Tour tour = new Tour(visitor);

    tour.look("app-start");
    visitor.press("continue");
    tour.look("app-scan");
    Totp app = Totp.ofBase32(visitor.page().innerText("#twostep-secret"));
    int before = stage.smsCount(person);
    visitor.press("continue");
    String sms = stage.smsCode(person, before + 1);
    tour.look("app-codes");
    tour.look("app-codes-clock", () -> late(visitor, person, sms, app));
    stage.neverWrong(person);
    both(visitor, sms, app.code());
    tour.look("app-bound");
    visitor.press("done").assertLoggedIn();
  }

  /** The phone is a minute and a half slow; without the try that it costs. */
  private static void late(Visitor visitor, Person person, String sms, Totp app) {
    both(visitor, sms, app.codeAt(Instant.now().minusSeconds(90)));
    stage.forgetTries(person);
  }

  private static void both(Visitor visitor, String sms, String app) {
    visitor.page().fill("#code", sms);
    visitor.page().fill("#app", app);
    visitor.press("verify");
  }

  private static void unverify(Person person) {
    stage.realm().updateUser(person.id(), Map.of("emailVerified", false));
  }
}
