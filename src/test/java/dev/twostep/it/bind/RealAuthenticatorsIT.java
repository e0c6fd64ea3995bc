package dev.twostep.it.bind;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.browser.BrowserFixture;
import dev.twostep.fixture.browser.RealAuthenticator;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.login.LoginDriver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The QR code of a real browser's screen, read and answered by programs of other people. */
@WithKeycloak
class RealAuthenticatorsIT {

  private static final String CSP =
      "default-src 'self'; img-src 'self' data:; script-src 'self' 'unsafe-inline';"
          + " style-src 'self' 'unsafe-inline'; frame-ancestors 'self'; object-src 'none';";

  private static TestEnvironment environment;
  private static RealmApi realm;
  private static BrowserFixture browser;

  @BeforeAll
  static void open(TestEnvironment shared, RealmApi own) {
    environment = shared;
    realm = own;
    realm.setUpTwostep();
    realm.update(Map.of("displayName", "Kanzlei Müller & Söhne: Büro 1"));
    browser = BrowserFixture.open();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @ParameterizedTest
  @CsvSource({
    "SHA1, 6, 30", "SHA1, 6, 60", "SHA1, 8, 30", "SHA1, 8, 60",
    "SHA256, 6, 30", "SHA256, 6, 60", "SHA256, 8, 30", "SHA256, 8, 60",
    "SHA512, 6, 30", "SHA512, 6, 60", "SHA512, 8, 30", "SHA512, 8, 60"
  })
  void bindsAndLogsIn(String algorithm, int digits, int period) {
    realm.update(
        Map.of(
            "otpPolicyType",
            "totp",
            "otpPolicyLookAheadWindow",
            1,
            "otpPolicyAlgorithm",
            "Hmac" + algorithm,
            "otpPolicyDigits",
            digits,
            "otpPolicyPeriod",
            period));
    String name = String.format(Locale.ROOT, "%s-%d-%d", algorithm, digits, period);
    Owner owner = Owner.withPhone(realm, name.toLowerCase(Locale.ROOT));
    Page page = scan(owner);
    RealAuthenticator app = RealAuthenticator.scanning(page.locator("#twostep-qr").screenshot());
    assertThat(app.parameter("algorithm")).isEqualTo(algorithm);
    assertThat(app.parameter("digits")).isEqualTo(Integer.toString(digits));
    assertThat(app.period()).isEqualTo(period);
    assertThat(app.label()).isEqualTo("Kanzlei Müller & Söhne  Büro 1:" + owner.name());
    assertThat(app.secret()).isEqualTo(page.innerText("#twostep-secret").replace(" ", ""));

    Instant now = Instant.now();
    bind(page, owner, app.codeAt(now));
    assertThat(owner.apps()).hasSize(1);
    logIn(owner, app.codeAt(now.plusSeconds(period)));
  }

  @Test
  @AbuseCase("C23")
  @DisplayName("C23 the QR code is in the page: a strict content policy is kept, nobody else asked")
  void theQrCodeIsOurs() {
    realm.update(Map.of("browserSecurityHeaders", Map.of("contentSecurityPolicy", CSP)));
    List<String> strangers = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    Page page = browser.page(Screen.DESKTOP);
    page.onRequest(
        request -> {
          if (!request.url().startsWith(environment.url().toString())
              && !request.url().startsWith("data:")) {
            strangers.add(request.url());
          }
        });
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    scan(page, Owner.withPhone(realm, "csp"));

    assertThat(page.getAttribute("#twostep-qr", "src")).startsWith("data:image/png;base64,");
    assertThat(page.evaluate("document.getElementById('twostep-qr').naturalWidth")).isEqualTo(264);
    assertThat(strangers).isEmpty();
    assertThat(complaints).isEmpty();
  }

  private static Page scan(Owner owner) {
    return scan(browser.page(Screen.DESKTOP), owner);
  }

  private static Page scan(Page page, Owner owner) {
    Map<String, String> query =
        Map.of(
            "client_id", TestEnvironment.CLIENT,
            "response_type", "code",
            "scope", "openid",
            "redirect_uri", LoginDriver.CALLBACK,
            "kc_action", "CONFIGURE_TOTP");
    String path = "/realms/" + realm.name() + "/protocol/openid-connect/auth?";
    page.navigate(environment.url().resolve(path + AdminApi.form(query)).toString());
    page.fill("input[name=username]", owner.name());
    page.fill("input[name=password]", NewUser.PASSWORD);
    page.click("[type=submit]");
    if (page.locator("#code").count() > 0) {
      page.fill("#code", sms(owner, 1));
      page.click("#twostep-verify");
      forgetMessages();
    }
    page.click("#twostep-continue");
    page.waitForSelector("#twostep-qr");
    return page;
  }

  private static void bind(Page page, Owner owner, String code) {
    int before = environment.gateway().codes(owner.phone()).size();
    page.click("#twostep-continue");
    page.fill("#code", sms(owner, before + 1));
    page.fill("#app", code);
    page.click("#twostep-verify");
    page.waitForSelector("#twostep-recovery, #twostep-done");
    page.context().close();
  }

  private static void logIn(Owner owner, String code) {
    realm.policy("user", owner.id(), Map.of("requirement", "required"));
    LoginDriver driver = environment.newDriver();
    var asked = driver.login(realm.name(), TestEnvironment.CLIENT, owner.name(), NewUser.PASSWORD);
    var in = driver.submit(asked, Map.of("code", code, "twostepAction", "verify"));
    assertThat(in.code()).as(in.text()).isPresent();
  }

  private static String sms(Owner owner, int count) {
    return SmsGatewayDouble.codeIn(
        environment.gateway().awaitSms(owner.phone(), count, Binder.PATIENCE));
  }

  private static void forgetMessages() {
    environment.database().sql("update TWOSTEP_ACCOUNT set MESSAGES_SENT = ''");
    environment.database().sql("update TWOSTEP_CONTACT set MESSAGES_SENT = ''");
  }
}
