package dev.twostep.it.codes;

import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.server.KeycloakServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An application that asks once per device, and people who trust theirs with a passcode. */
record SharedDevices(Site site) {

  static final String PASSCODE = "482019";

  private static final String WRONG = "739154";
  private static final String CLIENT = "once-per-device";

  static SharedDevices of(Site site) {
    String client = site.realm().createClient(CLIENT);
    site.realm().clientAttribute(client, "twostep.occasion", "once-per-device");
    return new SharedDevices(site);
  }

  Person person(String name) {
    Person person = site.person(name, List.of(Credentials.app()));
    site.realm()
        .policy(
            "user",
            person.id(),
            Map.of(
                "requirement", "required",
                "factors", List.of("totp"),
                "trust", Map.of("passcode", "required")));
    return person;
  }

  /** The cookie of a browser that this person trusts, as name and value. */
  Map.Entry<String, String> trusted(Person person) {
    LoginDriver browser = site.browsers().get();
    Page asked = login(browser, person);
    Page trust = browser.submit(asked, Login.fields(Credentials.appInHand().code()));
    browser.submit(
        trust, Map.of("twostepAction", "trust", "passcode", PASSCODE, "repeat", PASSCODE));
    return browser.exchanges().stream()
        .flatMap(one -> one.response().headers().allValues("Set-Cookie").stream())
        .filter(cookie -> cookie.startsWith("__Host-twostep-device-"))
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')).split("=", 2))
        .map(pair -> Map.entry(pair[0], pair[1]))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not trusted: " + trust.text()));
  }

  LoginDriver browser(Map.Entry<String, String> cookie) {
    LoginDriver browser = site.browsers().get();
    browser.cookies().put(cookie.getKey(), "/", cookie.getValue());
    return browser;
  }

  Page login(LoginDriver browser, Person person) {
    return browser.login(site.realm().name(), CLIENT, person.name(), Person.PASSWORD);
  }

  /** So many new browsers, by turns at one node and the other. */
  List<LoginDriver> browsers(int count, KeycloakServer first, KeycloakServer second) {
    List<LoginDriver> browsers = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      browsers.add(site.browsers().get().through((n % 2 == 0 ? first : second).url()));
    }
    return browsers;
  }

  /** Set by an administrator on the first node. */
  void newPassword(Person person) {
    Map<String, Object> password =
        Map.of("type", "password", "value", Person.PASSWORD, "temporary", false);
    site.realm().put("users/" + person.id() + "/reset-password", password).orFail();
  }

  static boolean asksPasscode(Page page) {
    return page.has("button#twostep-unlock");
  }

  /** Wrong passcodes in as many browsers at the same moment, by turns on these nodes. */
  List<Page> guess(Person person, Map.Entry<String, String> cookie, List<LoginDriver> nodes) {
    List<Supplier<Page>> posts = new ArrayList<>();
    for (LoginDriver browser : nodes) {
      browser.cookies().put(cookie.getKey(), "/", cookie.getValue());
      Page page = login(browser, person);
      Map<String, String> fields = Map.of("twostepAction", "unlock", "passcode", WRONG);
      posts.add(() -> browser.submit(page, fields));
    }
    return Race.of(posts);
  }
}
