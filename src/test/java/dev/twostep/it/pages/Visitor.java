package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.login.LoginDriver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Someone at a browser of their own; notes whatever its pages fetched and complained of. */
final class Visitor {

  private static final Pattern OURS =
      Pattern.compile("https?://(localhost|127\\.0\\.0\\.1)[:/].*|(data|blob|about):.*");

  private final Stage stage;
  private final Page page;
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  Visitor(Stage stage, Page page) {
    this.stage = stage;
    this.page = page;
    page.onRequest(request -> requests.add(request.method() + " " + request.url()));
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
  }

  Page page() {
    return page;
  }

  Visitor logIn(Person person) {
    return logIn(person, Map.of());
  }

  /** Opens a new login and answers its first step; further parameters such as {@code kc_action}. */
  Visitor logIn(Person person, Map<String, String> parameters) {
    return openLogin(parameters).password(person);
  }

  Visitor openLogin(Map<String, String> parameters) {
    page.navigate(address(parameters));
    return this;
  }

  Visitor password(Person person) {
    page.fill("input[name=username]", person.name());
    page.fill("input[name=password]", Person.PASSWORD);
    return leave(() -> page.click("[type=submit]"));
  }

  Visitor press(String action) {
    return leave(() -> page.click("[name=twostepAction][value=" + action + "]"));
  }

  Visitor choose(String factor) {
    return leave(() -> page.click("[name=twostepFactor][value=" + factor + "]"));
  }

  Visitor answer(String code) {
    page.fill("#code", code);
    return press("verify");
  }

  /** Does what makes the browser leave this page, and waits until the next one is there. */
  Visitor leave(Runnable deed) {
    page.locator("html").evaluate("html => html.setAttribute('data-left', '')");
    deed.run();
    page.locator("html:not([data-left])")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    page.waitForLoadState();
    return this;
  }

  /** The same page in another language, by the page's own switch. */
  Visitor speak(String language) {
    String link =
        page.locator("#login-select-toggle option[value*='kc_locale=" + language + "']")
            .getAttribute("value");
    return leave(() -> page.navigate(page.url().replaceFirst("(//[^/]+).*", "$1") + link));
  }

  String text() {
    return page.locator("body").innerText();
  }

  /** What a script or a bystander could read: page, address, cookies and the browser's storage. */
  String everythingInReach() {
    List<String> cookies = page.context().cookies().stream().map(cookie -> cookie.value).toList();
    return page.content() + page.url() + cookies + page.context().storageState();
  }

  void assertLoggedIn() {
    assertThat(page.url()).as(text()).startsWith(LoginDriver.CALLBACK).contains("code=");
  }

  /** How many forms this visitor has posted. */
  long posts() {
    return requests.stream().filter(request -> request.startsWith("POST ")).count();
  }

  void forgetCookies() {
    page.context().clearCookies();
  }

  /** The browser complains of pages that are refusals, too. */
  void forgive(String complaint) {
    complaints.removeIf(one -> one.contains(complaint));
  }

  void assertQuiet() {
    assertThat(requests)
        .as("requests to other machines")
        .allSatisfy(request -> assertThat(request.replaceFirst("^[A-Z]+ ", "")).matches(OURS));
    assertThat(complaints).as("errors of scripts, policies and missing files").isEmpty();
  }

  private String address(Map<String, String> parameters) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", TestEnvironment.CLIENT);
    query.put("response_type", "code");
    query.put("scope", "openid");
    query.put("redirect_uri", LoginDriver.CALLBACK);
    query.putAll(parameters);
    String path = "/realms/" + stage.realm().name() + "/protocol/openid-connect/auth?";
    return stage.environment().url().resolve(path + AdminApi.form(query)).toString();
  }
}
