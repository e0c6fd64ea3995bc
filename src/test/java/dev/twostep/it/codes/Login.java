package dev.twostep.it.codes;

import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One browser in the middle of a login; keeps the page that it shows. */
final class Login {

  private final LoginDriver browser;
  private Page page;

  Login(LoginDriver browser, Page page) {
    this.browser = browser;
    this.page = page;
  }

  static Login of(LoginDriver browser, String realm, Person person) {
    return new Login(
        browser, browser.login(realm, TestEnvironment.CLIENT, person.name(), Person.PASSWORD));
  }

  LoginDriver browser() {
    return browser;
  }

  Page page() {
    return page;
  }

  Page show(Page next) {
    page = next;
    return next;
  }

  /** The page that the login is at now: posts of other pages, or of a race, may have moved it. */
  Page resume() {
    String address = page.uri().toString().replaceAll("(session_code|execution)=[^&]*&?", "");
    return show(browser.get(address));
  }

  Page answer(String code) {
    return show(browser.submit(page, fields(code)));
  }

  /** The same answer at the same moment; the page stays the one before. */
  List<Page> answerTogether(String code, int times) {
    return Race.of(Collections.nCopies(times, posting(fields(code))));
  }

  /** A post of this page's form, all of it made ready: races shall not wait for the client. */
  Supplier<Page> posting(Map<String, String> fields) {
    return posting(browser, fields);
  }

  /** The same post, sent to another node. */
  Supplier<Page> postingTo(URI node, Map<String, String> fields) {
    return posting(browser.through(node), fields);
  }

  private Supplier<Page> posting(LoginDriver sender, Map<String, String> fields) {
    URI action = page.action();
    // A post that comes late must not ride on the session that the winner's answer gave.
    LoginDriver now = sender.copy();
    return () -> now.copy().post(action, fields);
  }

  Page act(String action) {
    return show(browser.submit(page, Map.of("twostepAction", action)));
  }

  Page choose(String factor) {
    return show(browser.submit(page, Map.of("twostepFactor", factor)));
  }

  /** To another way, through the list of ways. */
  Page switchTo(String factor) {
    act("another");
    return choose(factor);
  }

  static Map<String, String> fields(String code) {
    return Map.of("code", code, "twostepAction", "verify");
  }
}
