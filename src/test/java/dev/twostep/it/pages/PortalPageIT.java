package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.browser.PageCheck;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.picture.QrPicture;
import dev.twostep.it.portal.PortalRows;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The pages of portals, on a desktop and on a phone that sends a photo. */
@WithKeycloak
class PortalPageIT {

  private static final String KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  private static final String ADDRESS = "otpauth://totp/PayPal:anna@example.test?secret=" + KEY;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static Stage stage;

  @BeforeAll
  static void open(TestEnvironment environment, RealmApi realm) {
    stage = Stage.open(environment, realm);
    realm.policy(
        "realm", realm.name(), Map.of("requirement", "required", "factors", List.of("totp")));
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
  @DisplayName("From the catalogue to codes: a link by SMS, a photo, two words, and a proof")
  void byPhone() {
    Person anna = person("anna");
    Visitor desk = loggedIn(stage.visitor(Screen.DESKTOP), anna);
    Tour tour = new Tour(desk);
    tour.look("portals-none");
    tour.look("portals-found", () -> search(desk));
    desk.leave(() -> desk.page().click("[data-known=paypal-monthly] [type=submit]"));
    tour.look("portal-path");
    tour.look("portal-ways", () -> desk.leave(() -> desk.page().click("#twostep-active")));
    desk.leave(() -> desk.page().click("#twostep-send"));
    desk.leave(() -> desk.page().navigate(desk.page().url().replaceFirst("[?].*", "")));
    tour.look("portal-sent");

    Visitor phone = stage.visitor(Screen.PHONE);
    phone.page().navigate(link(anna));
    new Tour(phone).look("photo-start");
    phone.press("start");
    new Tour(phone).look("photo");
    desk.page().locator("#twostep-words").waitFor();
    assertThat(desk.page().innerText("#twostep-words"))
        .isEqualTo(phone.page().innerText("#twostep-words"));
    send(phone, new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB));
    pictured(phone, "photo-blurred-en");
    desk.page().locator("#twostep-flaw").waitFor();
    tour.look("portal-started");
    send(phone, QrPicture.of(ADDRESS, 600));
    pictured(phone, "photo-done-en");
    phone.leave(() -> phone.page().navigate(phone.page().url()));
    pictured(phone, "photo-over-en");
    phone.forgive("status of 410");

    desk.page().locator("#twostep-same").waitFor();
    tour.look("portal-words");
    desk.leave(() -> desk.page().click("#twostep-same"));
    tour.look("portal-proof");
    prove(desk, Totp.ofBase32(KEY).codeAt(Instant.now().minusSeconds(300)));
    pictured(desk, "portal-wrong-en");
    prove(desk, Totp.ofBase32(KEY).code());
    assertThat(desk.text()).contains("PayPal (monthly summary)", "Codes turned on");
    tour.look("portals");
    desk.page().click("[data-portal] summary >> nth=1");
    pictured(desk, "portals-remove-en");
    desk.leave(() -> desk.page().click("form:has(input[value=remove]) [type=submit]"));
    assertThat(desk.text()).contains("have been deleted");
  }

  @Test
  @DisplayName("Without script: a screenshot on the desktop, and the running code for the portal")
  void withoutScript() {
    Person bert = person("bert");
    Visitor desk = loggedIn(stage.visitorWithoutScript(), bert);
    desk.page().fill("#twostep-named", "Stadtwerke");
    desk.leave(() -> desk.page().click("form:has(#twostep-named) [type=submit]"));
    desk.leave(() -> desk.page().click("#twostep-activate"));
    PageCheck.screenshot(desk.page(), "portal-ways-activate-en");
    desk.page()
        .setInputFiles(
            "#picture", new FilePayload("x.png", "image/png", png(QrPicture.of(ADDRESS, 500))));
    desk.leave(() -> desk.page().click("#twostep-upload"));
    assertThat(desk.page().innerText("#twostep-label")).isEqualTo("PayPal:anna@example.test");
    desk.leave(() -> desk.page().click("#twostep-next"));
    assertThat(desk.page().innerText("#twostep-running"))
        .isIn(Totp.ofBase32(KEY).code(), Totp.ofBase32(KEY).codeAt(Instant.now().minusSeconds(5)));
    desk.leave(() -> desk.page().click("#twostep-accepted"));
    assertThat(desk.text()).contains("Stadtwerke", "Codes turned on");
  }

  @Test
  @DisplayName("With script the running code of the page is followed by the next one by itself")
  void theNextCodeComes() {
    Person carl = person("carl");
    Visitor desk = loggedIn(stage.visitor(Screen.DESKTOP), carl);
    desk.page().fill("#twostep-named", "Quick");
    desk.leave(() -> desk.page().click("form:has(#twostep-named) [type=submit]"));
    desk.leave(() -> desk.page().click("#twostep-activate"));
    desk.page().fill("#secret", ADDRESS + "&period=15");
    desk.leave(() -> desk.page().click("form:has(#secret) [type=submit]"));
    new Tour(desk).look("portal-running");
    String first = desk.page().innerText("#twostep-running");

    Eventually.holds(
        "the next code", PATIENCE, () -> !desk.page().innerText("#twostep-running").equals(first));
  }

  @Test
  @DisplayName("Whoever has proven nothing lately is asked to, before anything can be changed")
  void asksForAProof() {
    Person dora = stage.person("dora", "off", Map.of(), number -> Credential.app());
    Visitor desk = stage.visitor(Screen.DESKTOP);
    desk.page().navigate(url());
    desk.password(dora);
    desk.page().fill("#twostep-named", "GitHub");
    desk.leave(() -> desk.page().click("form:has(#twostep-named) [type=submit]"));
    new Tour(desk).look("portal-confirm");
    desk.leave(() -> desk.page().click("#twostep-confirm"));
    desk.answer(Totp.ofSecret(Credential.appSecret()).code());
    assertThat(desk.page().locator("#twostep-active").count()).isEqualTo(1);
  }

  @Test
  @DisplayName("The list tells of the last code and its job, and of portals that stopped")
  void everyState() {
    Person emma = person("emma");
    var database = stage.environment().database();
    var rows = new PortalRows(stage.realm(), database);
    String set = "update twostep_portal set ";
    database.sql(
        set
            + "name = 'GitHub', handed_at = ?, handed_job = 'invoices-2026-11', handed_client = ?"
            + " where id = ?",
        System.currentTimeMillis(),
        stage.realm().createClient("collector"),
        rows.active(emma.id()).id());
    database.sql(
        set + "name = 'Stadtwerke', flagged_at = ? where id = ?",
        System.currentTimeMillis(),
        rows.active(emma.id()).id());
    for (String state : List.of("paused", "refused")) {
      database.sql(
          set + "name = ?, state = ? where id = ?",
          "Shop " + state,
          state,
          rows.active(emma.id()).id());
    }
    Visitor desk = loggedIn(stage.visitor(Screen.DESKTOP), emma);

    assertThat(desk.text()).contains("invoices-2026-11", "collector");
    new Tour(desk).look("portals-states");
  }

  private static void search(Visitor desk) {
    desk.page().fill("#q", "paypal");
    desk.leave(() -> desk.page().click("form[role=search] [type=submit]"));
  }

  private static Person person(String name) {
    return stage.required(name, Map.of(), number -> Credential.app(), Credential::phone);
  }

  private static Visitor loggedIn(Visitor visitor, Person person) {
    visitor.page().navigate(url());
    return visitor.password(person).answer(Totp.ofSecret(Credential.appSecret()).code());
  }

  private static String link(Person person) {
    String text = stage.environment().gateway().awaitSms(person.number(), 1, PATIENCE);
    return text.substring(text.indexOf("http")).strip();
  }

  private static void send(Visitor phone, BufferedImage photo) {
    phone.page().setInputFiles("#picture", new FilePayload("IMG_1.png", "image/png", png(photo)));
    phone.press("send");
  }

  private static void prove(Visitor desk, String code) {
    desk.page().fill("#code", code);
    desk.leave(() -> desk.page().click("#twostep-prove"));
  }

  private static void pictured(Visitor visitor, String name) {
    for (Screen screen : Screen.values()) {
      visitor.page().setViewportSize(screen.width(), screen.height());
      PageCheck.screenshot(visitor.page(), name);
      PageCheck.assertAccessible(visitor.page());
    }
  }

  private static byte[] png(BufferedImage image) {
    return QrPicture.encoded(image, "png");
  }

  private static String url() {
    return stage
        .environment()
        .url()
        .resolve("/realms/" + stage.realm().name() + "/twostep/me/portals")
        .toString();
  }
}
