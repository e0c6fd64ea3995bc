package dev.twostep.it.codes;

import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.server.EmbeddedDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A realm in which every login needs a second step, and the people who log in there. */
record Site(
    RealmApi realm,
    Supplier<LoginDriver> browsers,
    SmsGatewayDouble gateway,
    EmbeddedDatabase database) {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** From another start in every run, for a gateway that outlives one. */
  private static final AtomicInteger NUMBERS =
      new AtomicInteger(new SecureRandom().nextInt(9_000_000));

  /** Sets Twostep up in the realm, with SMS as the first of these factors. */
  static Site of(TestEnvironment environment, RealmApi realm, String factors) {
    Site site =
        new Site(realm, environment::newDriver, environment.gateway(), environment.database());
    site.require(factors);
    return site;
  }

  void require(String factors) {
    if (!realm.post("twostep/setup", Map.of()).isGood()) {
      throw new AssertionError("setup failed");
    }
    realm.attributes(Map.of("twostep.requirement", "required", "twostep.factors", factors));
  }

  Person person(String name) {
    return person(name, List.of());
  }

  /** A user with a phone, and with these credentials besides. */
  Person person(String name, List<Map<String, Object>> others) {
    String phone = freshNumber();
    List<Map<String, Object>> credentials = new ArrayList<>();
    credentials.add(Credentials.password());
    credentials.add(Credentials.phone(phone));
    credentials.addAll(others);
    return new Person(user(name, name + "@example.test", credentials), name, phone);
  }

  String user(String name, String email, List<Map<String, Object>> credentials) {
    return realm.createUser(
        Map.of(
            "username", name,
            "enabled", true,
            "email", email,
            "emailVerified", true,
            "firstName", name,
            "lastName", "Example",
            "credentials", credentials));
  }

  static String freshNumber() {
    return String.format(Locale.ROOT, "+491527%07d", NUMBERS.incrementAndGet());
  }

  /** A new browser that has given the password. */
  Login login(Person person) {
    return Login.of(browsers.get(), realm.name(), person);
  }

  /** The same after the code has arrived; the code of this very login. */
  String newestCode(Person person, int messages) {
    return SmsGatewayDouble.codeIn(gateway.awaitSms(person.phone(), messages, PATIENCE));
  }

  String newestCode(Person person) {
    return newestCode(person, 1);
  }

  int messagesTo(Person person) {
    return gateway.requestsFor(person.phone()).size();
  }

  Books books() {
    return new Books(database);
  }

  /** The tries to reach that person by that gateway, oldest first. */
  List<String> messageLog(Person person, String gateway) {
    return database
        .sql(
            "select id from twostep_message where user_id = ? and gateway = ? order by sent_at",
            person.id(),
            gateway)
        .stream()
        .map(row -> row.get("id").toString())
        .toList();
  }

  static String wrong(String code) {
    return code.charAt(0) == '9' ? "0" + code.substring(1) : "9" + code.substring(1);
  }
}
