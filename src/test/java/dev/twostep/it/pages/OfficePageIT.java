package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.browser.PageCheck;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of offices: of employees, of managers, of the owners of accounts. */
@WithKeycloak
class OfficePageIT {

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
  void anEmployeeSetsUpADevice() {
    String office = office("Kanzlei Huber", false);
    String link = invite(office, "Annas Handy").path("link").asText();
    Visitor anna = stage.visitor(Screen.PHONE);
    anna.page().navigate(link);
    Tour tour = new Tour(anna);

    tour.look("invite-start");
    anna.press("start");
    tour.look("invite-scan");
    Totp app = Totp.ofBase32(anna.page().innerText("#twostep-secret"));
    Visitor other = stage.visitor(Screen.DESKTOP);
    other.page().navigate(link);
    assertThat(other.text()).contains("ask for a new link");
    other.forgive("status of 410");
    anna.answer(app.codeAt(Instant.now().minusSeconds(180)));
    pictured(anna, "invite-clock-en");
    anna.answer(app.code());
    pictured(anna, "invite-done-en");
  }

  @Test
  void aLinkThatIsOverSaysSo() {
    String office = office("Kanzlei Berg", false);
    JsonNode invited = invite(office, "Ben");
    stage.realm().delete("twostep/offices/" + office + "/devices/" + invited.path("id").asText());
    Visitor ben = stage.visitor(Screen.DESKTOP);
    ben.page().navigate(invited.path("link").asText());

    assertThat(ben.text()).contains("no longer belongs to the office");
    new Tour(ben).look("invite-closed");
    ben.forgive("status of 410");
  }

  @Test
  void aManagerLooksAfterAnOffice() {
    String office = office("Kanzlei Tal", true);
    Person mona = stage.required("mona", Map.of(), number -> Credential.app());
    stage.realm().put("twostep/offices/" + office + "/managers/" + mona.id(), "").orFail();
    for (String name : new String[] {"adler", "berger"}) {
      Person customer = stage.required(name, Map.of());
      String account = "twostep/offices/" + office + "/accounts/" + customer.id();
      stage.realm().put(account, Map.of("customer", "K-" + name.length())).orFail();
    }
    bind(office, "Annas Handy");
    invite(office, "Bens PC");
    Visitor visitor = stage.visitor(Screen.DESKTOP);
    visitor.page().navigate(url("offices"));
    visitor.password(mona).answer(Totp.ofSecret(Credential.appSecret()).code());

    new Tour(visitor).look("offices");
    visitor.leave(() -> visitor.page().click("[data-office]"));
    visitor.page().fill("#twostep-offer", "conrad");
    visitor.leave(() -> visitor.page().click("form:has(#twostep-offer) [type=submit]"));
    new Tour(visitor).look("office");
    visitor.page().click("[data-device] summary >> nth=2");
    pictured(visitor, "office-revoke-en");
    visitor.page().fill("#twostep-invite", "Claras Handy");
    visitor.leave(() -> visitor.page().click("form:has(#twostep-invite) [type=submit]"));
    // Not in other languages: it is shown once only.
    pictured(visitor, "office-link-en");
  }

  @Test
  void aManagerWithoutAProofOnlyLooks() {
    String office = office("Kanzlei See", false);
    Person otto = stage.person("otto", "off", Map.of(), number -> Credential.app());
    stage.realm().put("twostep/offices/" + office + "/managers/" + otto.id(), "").orFail();
    Visitor looking = stage.visitor(Screen.DESKTOP);
    looking.page().navigate(url("offices/" + office));
    looking.password(otto);
    new Tour(looking).look("office-read");

    Visitor visitor = stage.visitorWithoutScript();
    visitor.page().navigate(url("offices/" + office));
    visitor.password(otto);
    visitor.leave(() -> visitor.page().click("#twostep-confirm"));
    visitor.answer(Totp.ofSecret(Credential.appSecret()).code());
    assertThat(visitor.text()).contains("You can make changes for the next five minutes");
    visitor.page().fill("#twostep-invite", "Ottos Handy");
    visitor.leave(() -> visitor.page().click("form:has(#twostep-invite) [type=submit]"));
    assertThat(visitor.page().locator("#twostep-link").innerText()).contains("/twostep/enrol/");
  }

  @Test
  void anOwnerIsAskedAndAccepts() {
    String office = office("Kanzlei Wald", false);
    Person person = stage.required("wilma", Map.of(), number -> Credential.app());
    stage.realm().put("twostep/offices/" + office + "/accounts/" + person.id(), "").orFail();
    Visitor visitor = stage.visitor(Screen.DESKTOP);
    visitor.page().navigate(url("me"));
    visitor.password(person).answer(Totp.ofSecret(Credential.appSecret()).code());

    new Tour(visitor).look("me-office-offer");
    visitor.leave(() -> visitor.page().click("form:has(input[value=office-accept]) [type=submit]"));
    assertThat(visitor.page().innerText("#twostep-member")).isEqualTo("Kanzlei Wald");
    new Tour(visitor).look("me-office");
  }

  private static void pictured(Visitor visitor, String name) {
    for (Screen screen : Screen.values()) {
      visitor.page().setViewportSize(screen.width(), screen.height());
      PageCheck.screenshot(visitor.page(), name);
      PageCheck.assertAccessible(visitor.page());
    }
  }

  private static String office(String name, boolean shared) {
    return stage
        .realm()
        .post("twostep/offices", Map.of("name", name, "shared", shared))
        .orFail()
        .json()
        .path("id")
        .asText();
  }

  private static JsonNode invite(String office, String label) {
    return stage
        .realm()
        .post("twostep/offices/" + office + "/devices", Map.of("label", label))
        .orFail()
        .json();
  }

  private static void bind(String office, String label) {
    Visitor visitor = stage.visitor(Screen.DESKTOP);
    visitor.page().navigate(invite(office, label).path("link").asText());
    visitor.press("start");
    visitor.answer(Totp.ofBase32(visitor.page().innerText("#twostep-secret")).code());
    visitor.page().context().close();
  }

  private static String url(String path) {
    return stage
        .environment()
        .url()
        .resolve("/realms/" + stage.realm().name() + "/twostep/" + path)
        .toString();
  }
}
