package dev.twostep.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import dev.twostep.fixture.picture.QrPicture;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the owner of portals does at their page. */
@WithKeycloak
class MyPortalsIT {

  private final TestEnvironment environment;
  private final RealmApi realm;

  MyPortalsIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
  }

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
  }

  @Test
  @DisplayName("The catalogue is searched, portals are added from it or by name, and renamed")
  void list() {
    Owner ann = owner("list-ann");
    assertThat(ann.open("").text()).contains("You have no portal yet");
    Page found = ann.open("?q=amazon");
    assertThat(found.document().select("[data-known]").eachAttr("data-known"))
        .containsExactly("amazon-seller", "amazon-de", "amazon-fr");
    ann.post("", Map.of("do", "add", "entry", "paypal-monthly"));
    ann.post("", Map.of("do", "add", "entry", "paypal-monthly"));
    assertThat(names(ann.open("")))
        .containsExactly("PayPal (monthly summary)", "PayPal (monthly summary) 2");
    assertThat(ann.post("", Map.of("do", "add", "entry", "no-such")).status()).isEqualTo(404);

    String own = ann.add("Stadtwerke");
    assertThat(ann.post("", Map.of("do", "add-named", "name", "STADTWERKE")).text())
        .contains("Another portal on your list has this name already");
    assertThat(ann.post("", Map.of("do", "add-named", "name", "x".repeat(61))).text())
        .contains("up to 60 characters");
    assertThat(names(ann.post("", Map.of("do", "rename", "credential", own, "name", "Water"))))
        .contains("Water");
    assertThat(ann.post("", Map.of("do", "remove", "credential", own)).text())
        .contains("have been deleted")
        .doesNotContain("Water");
    assertThat(changes("list-ann"))
        .containsExactlyInAnyOrder("added", "added", "added", "renamed", "removed");
  }

  @Test
  @DisplayName("To others a portal does not exist, and a form of another page does nothing")
  void strangers() {
    Owner bob = owner("strange-bob");
    Owner eve = owner("strange-eve");
    String portal = bob.add("Bob’s portal");

    assertThat(eve.open("/" + portal).status()).isEqualTo(404);
    assertThat(eve.typed(portal, "active", Owner.KEY).status()).isEqualTo(404);
    assertThat(eve.post("", Map.of("do", "remove", "credential", portal)).status()).isEqualTo(404);
    assertThat(bob.post("", Map.of("do", "remove", "credential", portal, "token", "x")).status())
        .isEqualTo(403);
    assertThat(bob.state(portal)).isEqualTo("listed");
  }

  @Test
  @DisplayName("A typed key counts once the owner’s own code has proven it, and not before")
  void alreadyActive() {
    Owner ann = owner("proof-ann");
    String portal = ann.add("GitHub");
    assertThat(ann.typed(portal, "active", Owner.KEY).has("#code")).isTrue();
    assertThat(ann.state(portal)).isEqualTo("listed");

    Totp app = Totp.ofBase32(Owner.KEY);
    String old = app.codeAt(Instant.now().minusSeconds(300));
    assertThat(code(ann, portal, old).text()).contains("clock is slow");
    assertThat(code(ann, portal, "").text()).contains("type the code");
    assertThat(code(ann, portal, app.code()).text()).contains("we make the codes for this portal");
    assertThat(ann.state(portal)).isEqualTo("active");
    assertThat(row(portal).get("last_step"))
        .isEqualTo(Math.floorDiv(Instant.now().getEpochSecond(), 30L));
    assertThat(everythingStored()).doesNotContain(Owner.KEY);
    assertThat(ann.open("").body()).doesNotContain(Owner.KEY);

    assertThat(ann.post("", Map.of("do", "pause", "credential", portal)).text()).contains("Paused");
    assertThat(ann.state(portal)).isEqualTo("paused");
    ann.post("", Map.of("do", "resume", "credential", portal));
    assertThat(ann.state(portal)).isEqualTo("active");
    assertThat(changes("proof-ann")).contains("added", "key-came", "codes-on", "paused", "resumed");
  }

  @Test
  @DisplayName("A key that is proven once more gives none of the codes again that robots had")
  void sameKeyAgain() {
    Owner ann = owner("again-ann");
    String portal = ann.add("GitHub");
    Totp app = Totp.ofBase32(Owner.KEY);
    ann.typed(portal, "active", Owner.KEY);
    code(ann, portal, app.codeAt(Instant.now().minusSeconds(30)));
    long first = (Long) row(portal).get("last_step");
    assertThat(first).isBetween(step() - 1, step());
    long robots = first + 40;
    environment
        .database()
        .sql("update twostep_portal set last_step = ? where id = ?", robots, portal);

    ann.typed(portal, "active", Owner.KEY + "====");
    assertThat(code(ann, portal, app.code()).text()).contains("we make the codes for this portal");

    assertThat(row(portal)).containsEntry("last_step", robots);
    String other = "MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK";
    ann.typed(portal, "active", other);
    code(ann, portal, Totp.ofBase32(other).code());
    assertThat((Long) row(portal).get("last_step")).isBetween(step() - 1, step());
  }

  /** At this moment. */
  private static long step() {
    return Math.floorDiv(Instant.now().getEpochSecond(), 30L);
  }

  @Test
  @DisplayName("Five wrong codes end the new key; the one before goes on working")
  void tooManyWrong() {
    Owner ann = owner("wrong-ann");
    String portal = ann.add("GitHub");
    ann.typed(portal, "active", Owner.KEY);
    code(ann, portal, Totp.ofBase32(Owner.KEY).code());
    Object before = row(portal).get("secret");
    String other = "MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK";
    ann.typed(portal, "active", other);
    for (int i = 1; i < 5; i++) {
      assertThat(code(ann, portal, "12345" + i).text()).contains("does not fit the key");
    }

    assertThat(code(ann, portal, "123456").text()).contains("too many wrong codes");
    assertThat(code(ann, portal, Totp.ofBase32(other).code()).text()).contains("done already");
    assertThat(row(portal).get("secret")).isEqualTo(before);
    assertThat(ann.state(portal)).isEqualTo("active");
  }

  @Test
  @DisplayName("Where the app is still to be activated, the page shows the code that runs")
  void toBeActivated() {
    Owner ann = owner("activate-ann");
    String portal = ann.add("Etsy");
    Page shown =
        ann.typed(
            portal,
            "activate",
            "otpauth://totp/Etsy:ann?secret=" + Owner.KEY + "&issuer=Etsy&algorithm=SHA1");
    String code = shown.document().select("#twostep-running").text();
    Totp app = Totp.ofBase32(Owner.KEY);

    assertThat(code).isIn(app.code(), app.codeAt(Instant.now().minusSeconds(5)));
    assertThat(shown.document().select("#twostep-label").text()).isEqualTo("Etsy:ann");
    assertThat(shown.headers().toString()).contains("no-store");
    assertThat(code(ann, portal, code).text())
        .as("the other path’s proof")
        .contains("done already");
    assertThat(ann.post("/" + portal, Map.of("do", "accepted")).text())
        .contains("we make the codes for this portal");
    assertThat(ann.state(portal)).isEqualTo("active");
  }

  @Test
  @DisplayName("Codes and removals need a proof of the last minutes; a password alone only lists")
  void needsProof() {
    String id = realm.createUser(NewUser.named("stale-ann").withApp());
    realm.policy("user", id, Map.of("requirement", "off"));
    Owner ann = new Owner(environment.newDriver(), realm, "stale-ann");
    ann.browser().password(ann.open(""), "stale-ann", NewUser.PASSWORD);
    String portal = ann.add("GitHub");
    Page page = ann.open("/" + portal);
    assertThat(page.has("#twostep-confirm")).as(page.text()).isTrue();
    assertThat(page.has("#twostep-active")).isFalse();

    assertThat(Stage.of(ann.post("", Map.of("do", "remove", "credential", portal))))
        .isEqualTo(Stage.ASKED);
    assertThat(Stage.of(ann.picture(portal, new byte[] {1}))).isEqualTo(Stage.ASKED);
    Page asked = ann.typed(portal, "active", Owner.KEY);
    assertThat(Stage.of(asked)).isEqualTo(Stage.ASKED);
    assertThat(intakes(portal)).isEmpty();
    Page back =
        ann.browser()
            .submit(
                asked,
                asked.form("#twostep-form"),
                Map.of("code", NewUser.appOf("stale-ann").code(), "twostepAction", "verify"));
    assertThat(back.text()).contains("please do it once more");
    assertThat(ann.typed(portal, "active", Owner.KEY).has("#code")).isTrue();
    assertThat(intakes(portal)).hasSize(1);
  }

  @Test
  @DisplayName("Whoever has no second step of their own is told to set one up first")
  void noFactor() {
    String id = realm.createUser(NewUser.named("bare-ann").with("emailVerified", false));
    realm.policy("user", id, Map.of("requirement", "off"));
    Owner ann = new Owner(environment.newDriver(), realm, "bare-ann");
    ann.browser().password(ann.open(""), "bare-ann", NewUser.PASSWORD);
    String portal = ann.add("GitHub");

    assertThat(ann.open("/" + portal).text()).contains("set one up first");
    ann.typed(portal, "active", Owner.KEY);
    assertThat(intakes(portal)).isEmpty();
  }

  @Test
  @DisplayName("H11 H12 H13 each wrong key is refused with its own reason, and nothing waits then")
  @AbuseCase({"H11", "H12", "H13"})
  void wrongKeys() {
    Owner ann = owner("keys-ann");
    String portal = ann.add("GitHub");
    String secret = "otpauth://totp/x?secret=" + Owner.KEY;

    assertRefused(ann, portal, "", "enter the key");
    assertRefused(ann, portal, "abc", "no complete key");
    assertRefused(ann, portal, secret + "&digits=100", "6 to 8 digits");
    assertRefused(ann, portal, secret + "&period=0", "15 to 120 seconds");
    assertRefused(ann, portal, secret + "&algorithm=MD5", "SHA1, SHA256 and SHA512");
    assertRefused(ann, portal, "otpauth-migration://offline?data=CgA", "a whole app");
    assertRefused(ann, portal, "otpauth://hotp/x?secret=" + Owner.KEY, "counts its codes");
    assertRefused(ann, portal, secret + "&SECRET=" + Owner.KEY, "not correct");
    assertRefused(ann, portal, "javascript:alert(1)", "for something else");
  }

  @Test
  @DisplayName("H03 H05 H35 a picture counts by its bytes; its name and its type are ignored")
  @AbuseCase({"H03", "H05", "H35"})
  void pictures() {
    Owner ann = owner("picture-ann");
    String portal = ann.add("GitHub");
    String hostile = "../../etc/<script>alert(35)</script>" + "h35".repeat(3_500) + ".svg";
    String torn = "a.png\r\nX-Forged: alert(35)\r\nSet-Cookie: forged35=1\r\n\r\nforged35";
    byte[] code =
        QrPicture.encoded(QrPicture.of("otpauth://totp/Git:ann?secret=" + Owner.KEY, 400), "png");
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);

    assertThat(ann.picture(portal, "code.png", "image/png", svg).text())
        .contains("no picture that we can read");
    assertThat(ann.picture(portal, new byte[0]).text()).contains("choose a picture first");
    assertThat(
            ann.picture(portal, QrPicture.encoded(QrPicture.of("https://portal.test", 300), "png"))
                .text())
        .contains("for something else")
        .doesNotContain("portal.test");
    Page forged = ann.picture(portal, torn, "image/png", code);
    assertThat(forged.text()).contains("no picture that we can read");
    assertThat(forged.headers()).doesNotContainKey("x-forged");
    assertThat(ann.browser().cookies().value("forged35")).isEmpty();
    Page escaped = ann.picture(portal, "a%0d%0aforged\\r\\n.png", "image/png", svg);
    assertThat(escaped.text()).contains("no picture that we can read");
    Page taken = ann.picture(portal, hostile, "text/html", code);
    assertThat(taken.has("#code")).as(taken.text()).isTrue();
    assertThat(environment.log() + everythingStored())
        .doesNotContain("alert(35)", "h35".repeat(100), "forged35");
    assertThat(code(ann, portal, Totp.ofBase32(Owner.KEY).code()).text())
        .contains("we make the codes for this portal");
  }

  @Test
  @DisplayName("H01 a picture of 3.6 billion pixels is refused by its header, with what to do")
  @AbuseCase("H01")
  void pixelFlood() {
    Owner ann = owner("flood-ann");
    String portal = ann.add("GitHub");
    byte[] png = QrPicture.encoded(QrPicture.of("x", 100), "png");
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());

    assertThat(ann.picture(portal, png).text()).contains("too many pixels", "lower resolution");
    assertThat(ann.state(portal)).isEqualTo("listed");
  }

  private void assertRefused(Owner owner, String portal, String typed, String why) {
    Page page = owner.typed(portal, "active", typed);
    assertThat(page.text()).contains(why);
    assertThat(page.has("#twostep-steps")).isTrue();
    assertThat(page.body()).doesNotContain(Owner.KEY).doesNotContain("javascript:");
  }

  private Owner owner(String name) {
    realm.createUser(NewUser.named(name).withApp());
    return new Owner(environment.newDriver(), realm, name).logIn();
  }

  private static Page code(Owner owner, String portal, String code) {
    return owner.post("/" + portal, Map.of("do", "code", "code", code));
  }

  private static List<String> names(Page page) {
    return page.document().select("[data-portal] h3").eachText();
  }

  private Map<String, Object> row(String portal) {
    return environment.database().sql("select * from twostep_portal where id = ?", portal).get(0);
  }

  private List<Map<String, Object>> intakes(String portal) {
    return environment
        .database()
        .sql("select * from twostep_portal_intake where portal_id = ?", portal);
  }

  private String everythingStored() {
    return environment.database().dump();
  }

  private List<String> changes(String name) {
    JsonNode events = realm.eventsOf(realm.userNamed(name).path("id").asText());
    return StreamSupport.stream(events.spliterator(), false)
        .map(event -> event.at("/details/twostep_portal_change"))
        .filter(change -> !change.isMissingNode())
        .map(JsonNode::asText)
        .toList();
  }
}
