package dev.twostep.it.pages;

import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.browser.BrowserFixture;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.mail.Mail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** One class's realm with two-step set up, its people, and a browser for them. */
final class Stage implements AutoCloseable {

  /** A credential of someone with that phone number. */
  interface Factor {
    Map<String, Object> with(String number);
  }

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final TestEnvironment environment;
  private final RealmApi realm;
  private final BrowserFixture browser = BrowserFixture.open();
  private final List<Visitor> visitors = new ArrayList<>();
  private int people;

  private Stage(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
  }

  static Stage open(TestEnvironment environment, RealmApi realm) {
    realm.attribute("twostep.country", "DE").update(Map.of("displayName", "Example"));
    if (!realm.post("twostep/setup", Map.of()).isGood()) {
      throw new AssertionError("two-step cannot be set up in " + realm.name());
    }
    return new Stage(environment, realm);
  }

  TestEnvironment environment() {
    return environment;
  }

  RealmApi realm() {
    return realm;
  }

  /** Someone who must give a second step; the words after {@code twostep.} say by which rules. */
  Person required(String name, Map<String, String> rules, Factor... factors) {
    return person(name, "required", rules, factors);
  }

  Person person(String name, String requirement, Map<String, String> rules, Factor... factors) {
    String number = newNumber();
    Map<String, Object> attributes = new java.util.HashMap<>();
    attributes.put("twostep.requirement", List.of(requirement));
    rules.forEach((key, value) -> attributes.put("twostep." + key, List.of(value)));
    List<Map<String, Object>> credentials =
        Stream.concat(
                Stream.of(Credential.password()),
                Stream.of(factors).map(factor -> factor.with(number)))
            .toList();
    String id =
        realm.createUser(
            Map.of(
                "username",
                name,
                "enabled",
                true,
                "email",
                name + "@example.test",
                "emailVerified",
                true,
                "firstName",
                name,
                "lastName",
                "Example",
                "attributes",
                attributes,
                "credentials",
                credentials));
    return new Person(id, name, number);
  }

  Visitor visitor(Screen screen) {
    return remembered(new Visitor(this, browser.page(screen)));
  }

  Visitor visitorWithoutScript() {
    return remembered(new Visitor(this, browser.pageWithoutScript(Screen.DESKTOP)));
  }

  /** The code in the latest of that many texts. */
  String smsCode(Person person, int count) {
    return SmsGatewayDouble.codeIn(
        environment.gateway().awaitSms(person.number(), count, PATIENCE));
  }

  /** As if the letters of that person had gone that far. */
  void turn(Person person, String state) {
    environment
        .database()
        .sql("update twostep_letter set state = ? where user_id = ?", state, person.id());
  }

  int smsCount(Person person) {
    return environment.gateway().codes(person.number()).size();
  }

  String mailCode(Person person) {
    String address = person.name() + "@example.test";
    return SmsGatewayDouble.codeIn(
        Eventually.get(
            "a code by mail to " + address,
            PATIENCE,
            () ->
                environment.mail().mailsTo(address).stream()
                    .map(Mail::text)
                    .filter(text -> !text.contains("/twostep/news/"))
                    .reduce((earlier, later) -> later)));
  }

  /** Lets the cool-downs after a message pass. */
  void coolDown() {
    environment.database().sql("update TWOSTEP_ACCOUNT set MESSAGES_SENT = ''");
    environment.database().sql("update TWOSTEP_CONTACT set MESSAGES_SENT = ''");
  }

  /** Lets the pause after a wrong answer pass. */
  void neverWrong(Person person) {
    streak(person, "");
  }

  /** Takes back the wrong answers, those to the running code among them. */
  void forgetTries(Person person) {
    neverWrong(person);
    environment
        .database()
        .sql("update TWOSTEP_CHALLENGE set WRONG_ANSWERS = 0 where USER_ID = ?", person.id());
  }

  /** As if the person had just been wrong, for the that-many-th time in a row. */
  void wrongJustNow(Person person, String factor, int times) {
    String now = Long.toString(Instant.now().toEpochMilli(), Character.MAX_RADIX);
    streak(person, factor + ":" + times + ":" + now);
  }

  private void streak(Person person, String streak) {
    environment
        .database()
        .sql("update TWOSTEP_ACCOUNT set STREAKS = ? where USER_ID = ?", streak, person.id());
  }

  /** No visitor's page asked anyone but this machine, and none complained. */
  void assertQuiet() {
    visitors.forEach(Visitor::assertQuiet);
  }

  @Override
  public void close() {
    browser.close();
  }

  /** The number of the realm is part of it, for the gateway is shared by all. */
  private String newNumber() {
    String name = realm.name();
    int realmNumber = Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    people++;
    return String.format(Locale.ROOT, "+4915177%04d%02d", realmNumber, people);
  }

  private Visitor remembered(Visitor visitor) {
    visitors.add(visitor);
    return visitor;
  }
}
