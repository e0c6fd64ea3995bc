package dev.twostep.it.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.browser.BrowserFixture;
import dev.twostep.fixture.browser.PageCheck;
import dev.twostep.fixture.browser.RealAuthenticator;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.LoginDriver;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The life of an office in browsers: two employees, three accounts, and one who leaves. */
@WithKeycloak
class OfficeStoryIT {

  private static TestEnvironment environment;
  private static RealmApi realm;
  private static BrowserFixture browser;

  @BeforeAll
  static void open(TestEnvironment shared, RealmApi own) {
    environment = shared;
    realm = own;
    realm.setUpTwostep();
    realm.update(Map.of("displayName", "Invoices"));
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
    browser = BrowserFixture.open();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  @DisplayName("Two employees open three accounts with apps of their own; one leaves")
  void story() {
    TestOffice office = TestOffice.create(environment, realm, "Kanzlei Huber", Map.of());
    String mona = realm.createUser(NewUser.named("mona").withApp());
    office.put("/managers/" + mona, "").orFail();
    for (String name : new String[] {"adler", "berger"}) {
      office.put("/accounts/" + realm.createUser(name, NewUser.PASSWORD), "").orFail();
    }
    office.put("/accounts/" + realm.createUser(NewUser.named("conrad").withApp()), "").orFail();

    Page manager = own("offices/" + office.id(), "mona");
    String forAnna = invite(manager, "Anna’s phone", true);
    String forBen = invite(manager, "Ben’s PC", false);
    RealAuthenticator anna = scans(forAnna);
    RealAuthenticator ben = types(forBen);
    accepts("conrad");

    // One code opens two accounts in the same half minute, and neither of them twice.
    String code = next(anna);
    opens("adler", code);
    opens("conrad", code);
    assertThat(answered("adler", code).locator("#code").count()).isEqualTo(1);
    Page bens = opens("berger", next(ben));

    look(manager, office, "office-story-working");
    assertThat(manager.locator("#twostep-office-log ~ ul").innerText())
        .contains("Anna’s phone", "adler", "conrad", "Ben’s PC", "berger");
    leaves(manager, "Ben’s PC");
    look(manager, office, "office-story-left");

    Page refused = answered("berger", next(ben));
    assertThat(refused.locator("#code").count()).isEqualTo(1);
    PageCheck.screenshot(refused, "office-story-refused-en");
    environment.database().sql("update TWOSTEP_ACCOUNT set STREAKS = ''");
    bens.navigate(url("twostep/me"));
    assertThat(bens.locator("input[name=password]").count()).as("Ben’s session").isEqualTo(1);
    opens("berger", next(anna));
  }

  private static Page own(String path, String name) {
    Page page = browser.page(Screen.DESKTOP);
    page.navigate(url("twostep/" + path));
    password(page, name);
    answer(page, NewUser.appOf(name).code());
    return page;
  }

  private static String invite(Page manager, String label, boolean pictured) {
    manager.fill("#twostep-invite", label);
    manager.click("form:has(#twostep-invite) [type=submit]");
    String link = manager.locator("#twostep-link").innerText();
    if (pictured) {
      PageCheck.assertAccessible(manager);
    }
    manager.click("#twostep-back");
    return link;
  }

  /** With a camera. */
  private static RealAuthenticator scans(String link) {
    Page page = browser.page(Screen.PHONE);
    page.navigate(link);
    page.click("#twostep-start");
    RealAuthenticator app = RealAuthenticator.scanning(page.locator("#twostep-qr").screenshot());
    assertThat(app.label()).isEqualTo("Invoices:Kanzlei Huber");
    answer(page, app.codeAt(Instant.now()));
    assertThat(page.locator("body").innerText()).contains("Your app is set up");
    return app;
  }

  /** On a PC, whose program cannot scan. */
  private static RealAuthenticator types(String link) {
    Page page = browser.pageWithoutScript(Screen.DESKTOP);
    page.navigate(link);
    page.click("#twostep-start");
    RealAuthenticator app = RealAuthenticator.typing(page.locator("#twostep-secret").innerText());
    answer(page, app.codeAt(Instant.now()));
    assertThat(page.locator("body").innerText()).contains("Your app is set up");
    return app;
  }

  private static void accepts(String name) {
    Page page = own("me", name);
    assertThat(page.locator("[data-office-offer]").innerText()).contains("Kanzlei Huber");
    page.click("form:has(input[value=office-accept]) [type=submit]");
    assertThat(page.locator("#twostep-member").innerText()).isEqualTo("Kanzlei Huber");
    page.context().close();
  }

  private static Page opens(String account, String code) {
    Page page = answered(account, code);
    assertThat(page.url()).as(page.locator("body").innerText()).startsWith(LoginDriver.CALLBACK);
    return page;
  }

  private static Page answered(String account, String code) {
    Page page = browser.page(Screen.DESKTOP);
    page.navigate(
        url(
            "protocol/openid-connect/auth?"
                + AdminApi.form(
                    Map.of(
                        "client_id",
                        TestEnvironment.CLIENT,
                        "response_type",
                        "code",
                        "scope",
                        "openid",
                        "redirect_uri",
                        LoginDriver.CALLBACK))));
    password(page, account);
    answer(page, code);
    return page;
  }

  private static void leaves(Page manager, String label) {
    var row =
        manager
            .locator("[data-device]")
            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(label));
    row.locator("summary").last().click();
    assertThat(row.locator("[name=sessions]").isChecked()).isTrue();
    row.locator("form:has(input[value=revoke]) [type=submit]").click();
    assertThat(manager.locator("body").innerText()).contains("The device has been revoked");
  }

  private static void look(Page manager, TestOffice office, String name) {
    manager.navigate(url("twostep/offices/" + office.id()));
    for (Screen screen : Screen.values()) {
      manager.setViewportSize(screen.width(), screen.height());
      PageCheck.screenshot(manager, name + "-en");
      PageCheck.assertAccessible(manager);
    }
  }

  private static void password(Page page, String name) {
    page.fill("input[name=username]", name);
    page.fill("input[name=password]", NewUser.PASSWORD);
    page.click("[type=submit]");
  }

  private static void answer(Page page, String code) {
    page.fill("#code", code);
    page.click("#twostep-verify");
    page.waitForLoadState();
  }

  /** The code that the program shows next, which counts already: the present one may be used. */
  private static String next(RealAuthenticator app) {
    return app.codeAt(Instant.now().plusSeconds(app.period()));
  }

  private static String url(String path) {
    return environment.url().resolve("/realms/" + realm.name() + "/" + path).toString();
  }
}
