package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.browser.PageCheck;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keycloak's account console, where people look after their own ways to sign in. */
@WithKeycloak
class AccountConsoleIT {

  /** The console scrolls inside itself, out of a picture's sight. */
  private static final int TALL = 1700;

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
  void setsUpAPhoneAndAnAddressAndListsThem() {
    Person person = stage.person("carla", "off", Map.of());
    Visitor visitor = stage.visitor(Screen.DESKTOP);
    Page page = visitor.page();
    page.navigate(console("account-security/signing-in"));
    visitor.password(person);

    visitor.leave(() -> page.click("[data-testid='twostep-phone/create']"));
    page.fill("#number", person.nationalNumber());
    visitor.press("send").answer(stage.smsCode(person, 1));
    page.getByText("•••• " + person.lastDigits()).waitFor();
    visitor.leave(() -> page.click("[data-testid='twostep-email/create']"));
    visitor.press("send").answer(stage.mailCode(person));
    page.getByText("c•••@example.test").waitFor();
    assertThat(page.getByText("/twostep/me").count()).isEqualTo(2);
    assertThat(page.locator("[data-testid='twostep-phone/create']").count()).isZero();
    visitor.leave(() -> page.locator("[data-testrole=update]").last().click());
    assertThat(visitor.page().locator("#number, #twostep-send").count()).isPositive();
    visitor.leave(() -> page.click("#twostep-cancel"));
    page.getByText("c•••@example.test").waitFor();

    page.setViewportSize(Screen.DESKTOP.width(), TALL);
    PageCheck.screenshot(page, "account-console");
    page.setViewportSize(Screen.PHONE.width(), TALL);
    PageCheck.screenshot(page, "account-console");
  }

  @Test
  void letsNobodyEditWhatAnAdministratorSet() {
    Person person = stage.required("cesar", Map.of(), Credential::phone);
    Visitor visitor = stage.visitor(Screen.DESKTOP);
    AtomicReference<String> token = new AtomicReference<>("");
    visitor
        .page()
        .onRequest(
            request -> {
              String header = request.headers().getOrDefault("authorization", "");
              if (header.startsWith("Bearer ")) {
                token.set(header.substring("Bearer ".length()));
              }
            });
    visitor.page().navigate(console(""));
    visitor.password(person).answer(stage.smsCode(person, 1));
    visitor.page().locator("#email, [name=email]").first().waitFor();

    assertThat(visitor.page().content()).doesNotContain("twostep.requirement");
    ObjectNode account = (ObjectNode) account(token.get(), "GET", "").json();
    account.withObject("/attributes").putArray("twostep.requirement").add("off");
    account.withObject("/attributes").putArray("twostep.choice").add("never");
    account(token.get(), "POST", account.toString());
    assertThat(stage.realm().user(person.id()).at("/attributes/twostep.requirement/0").asText())
        .isEqualTo("required");
    assertThat(stage.realm().user(person.id()).at("/attributes").has("twostep.choice")).isFalse();
  }

  private static Reply account(String token, String method, String body) {
    String path = "/realms/" + stage.realm().name() + "/account/?userProfileMetadata=true";
    return stage.environment().admin().withToken(token, method, path, body);
  }

  private static String console(String page) {
    String path = "/realms/" + stage.realm().name() + "/account/" + page;
    return stage.environment().url().resolve(path).toString();
  }
}
