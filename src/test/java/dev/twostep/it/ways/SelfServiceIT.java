package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Users look after their own factors at {@code /realms/{realm}/twostep/me}. */
@WithKeycloak
class SelfServiceIT {

  private static final String PHONE = "+49151009900";

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
  }

  @Test
  @DisplayName("lists what the user has, with names, masked addresses and last use")
  void lists(TestEnvironment environment, RealmApi realm) {
    Own own = user(environment, realm, "lists", "required", "11");
    Page page = own.logIn();

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.uri().toString()).endsWith("/twostep/me");
    assertThat(page.text())
        .contains("Required", "An administrator has set this for you", "Authenticator app", "lists")
        .contains("•••• 11", "Asked first")
        .doesNotContain(PHONE);
    assertThat(own.factor("totp").text())
        .contains("Asked first")
        .containsPattern("Last used: \\w+ ");
    assertThat(own.factor("sms").text()).contains("Last used: –");
    assertThat(page.headers().toString()).contains("no-store");
  }

  @Test
  @DisplayName("a factor is renamed; neither a taken name nor a password can be")
  void renames(TestEnvironment environment, RealmApi realm) {
    Own own = user(environment, realm, "renames", "required", "12");
    own.logIn();
    Page renamed = own.rename("totp", "My <b>old</b> phone");

    assertThat(renamed.text()).contains("The name has been saved", "My <b>old</b> phone");
    assertThat(renamed.has("bdi b")).isFalse();
    assertThat(own.credential("otp").path("userLabel").asText()).isEqualTo("My <b>old</b> phone");
    String password = own.credential("password").path("id").asText();
    Page refused = own.post(Map.of("do", "rename", "credential", password, "name", "x"));
    assertThat(refused.status()).isEqualTo(404);
    assertThat(own.credential("password").path("userLabel").asText("")).isNotEqualTo("x");
  }

  @Test
  @AbuseCase("C24")
  @DisplayName("C24: hostile names are escaped or refused on the page of one’s own factors")
  void hostileNames(TestEnvironment environment, RealmApi realm) {
    Own own = user(environment, realm, "hostile", "required", "13");
    own.logIn();
    for (String name : new String[] {"<script>alert(1)</script>", "=HYPERLINK(\"http://x\")"}) {
      Page page = own.rename("totp", name);
      assertThat(page.text()).contains("The name has been saved", name);
      assertThat(page.document().select("bdi script")).isEmpty();
      assertThat(page.body()).doesNotContain(name.replace("=", "<"));
    }
    assertThat(own.rename("totp", "x".repeat(10_240)).text()).contains("up to 40 characters");
    assertThat(own.rename("totp", "abc\u202Edef").text()).contains("cannot be seen");
    assertThat(own.rename("totp", "   ").text()).contains("Please enter a name");
    assertThat(own.credential("otp").path("userLabel").asText())
        .isEqualTo("=HYPERLINK(\"http://x\")");
  }

  @Test
  @DisplayName("what the user prefers is asked first at the next login")
  void prefers(TestEnvironment environment, RealmApi realm) {
    Own own = user(environment, realm, "prefers", "required", "14");
    own.logIn();
    Page page = own.post(Map.of("do", "first", "factor", "sms", "credential", own.id("sms")));

    assertThat(page.text()).contains("asked for this first");
    assertThat(own.factor("sms").text()).contains("Asked first");
    Visitor later = Visitor.to(environment, realm);
    Page asked = later.login("prefers");
    assertThat(asked.text()).contains("•••• 14");
    String sms = environment.gateway().awaitSms(PHONE + "14", Duration.ofSeconds(20));
    assertThat(Stage.of(later.code(asked, SmsGatewayDouble.codeIn(sms)))).isEqualTo(Stage.IN);
    assertThat(own.factor("sms").text()).containsPattern("Last used: \\w+ ");
    assertThat(own.post(Map.of("do", "first", "factor", "recovery-codes")).text())
        .contains("cannot be asked first");
  }

  @Test
  @DisplayName("an optional second step is turned off by a login page, and on again")
  void turnsOffAndOn(TestEnvironment environment, RealmApi realm) {
    Own own = user(environment, realm, "turns", "optional", "15");
    Page page = own.logIn();
    Page confirm = own.follow(page, "#twostep-turn-off");
    Page off = own.visitor().action(confirm, "turn-off");

    assertThat(confirm.text()).contains("Then your password alone is enough");
    assertThat(off.text()).contains("The second step is turned off");
    assertThat(choice(realm, own)).isEqualTo("never");
    assertThat(Stage.of(Visitor.to(environment, realm).login("turns"))).isEqualTo(Stage.IN);
    assertThat(own.credential("otp").isMissingNode()).isFalse();

    Page on = own.visitor().browser().submit(off, off.form("form:has(#twostep-turn-on)"), Map.of());
    assertThat(on.text()).contains("The second step is turned on");
    assertThat(Stage.of(Visitor.to(environment, realm).login("turns"))).isEqualTo(Stage.ASKED);
  }

  @Test
  @DisplayName("turning it on without a factor leads to setting one up; giving up locks nobody out")
  void turnsOnWithoutAFactor(TestEnvironment environment, RealmApi realm) {
    String id = realm.createUser(NewUser.named("without").attribute("twostep.choice", "never"));
    realm.policy("user", id, Map.of("requirement", "optional"));
    realm.userAttribute(id, "twostep.choice", "never");
    Own own = new Own(Visitor.to(environment, realm), realm, "without", id);
    Page page = own.visitor().password(own.open(), "without");
    Page offered =
        own.visitor().browser().submit(page, page.form("form:has(#twostep-turn-on)"), Map.of());

    assertThat(page.text()).contains("Off", "Your password alone is enough");
    assertThat(Stage.of(offered)).isEqualTo(Stage.OFFERED);
    assertThat(Stage.of(Visitor.to(environment, realm).login("without"))).isEqualTo(Stage.OFFERED);
  }

  @Test
  @DisplayName("where it is required it cannot be turned off, and the page says why")
  void requiredRefusesOff(TestEnvironment environment, RealmApi realm) {
    Own own = user(environment, realm, "must", "required", "16");
    Page page = own.logIn();
    Page refused = own.visitor().open("app", Map.of("kc_action", "twostep-turn-off"));
    Page forced =
        own.visitor().browser().post(refused.action(), Map.of("twostepAction", "turn-off"));

    assertThat(page.has("#twostep-turn-off, #twostep-turn-on")).isFalse();
    assertThat(refused.text()).contains("You cannot turn it off");
    assertThat(forced.text()).contains("You cannot turn it off");
    assertThat(choice(realm, own)).isEmpty();
    assertThat(own.post(Map.of("do", "on")).text()).contains("That did not work");
    assertThat(choice(realm, own)).isEmpty();
  }

  @Test
  @DisplayName("without the token of the page, or with a wrong one, nothing is changed")
  void needsTheToken(TestEnvironment environment, RealmApi realm) {
    Own own = user(environment, realm, "forged", "required", "17");
    own.logIn();
    Map<String, String> rename =
        Map.of("do", "rename", "credential", own.id("totp"), "name", "forged");
    Page missing = own.visitor().browser().post(own.address(), rename);
    Page wrong =
        own.post(Map.of("do", "rename", "credential", own.id("totp"), "name", "x", "token", "no"));

    assertThat(missing.status()).isEqualTo(403);
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(missing.text()).contains("did not come from your own page");
    assertThat(own.credential("otp").path("userLabel").asText()).isEqualTo("otp");
  }

  @Test
  @DisplayName("a factor of somebody else is not found")
  void foreignFactor(TestEnvironment environment, RealmApi realm) {
    Own victim = user(environment, realm, "victim", "required", "18");
    Own own = user(environment, realm, "thief", "required", "19");
    own.logIn();
    String foreign = victim.credential("otp").path("id").asText();

    assertThat(own.post(Map.of("do", "rename", "credential", foreign, "name", "mine")).status())
        .isEqualTo(404);
    assertThat(own.post(Map.of("do", "first", "factor", "totp", "credential", foreign)).status())
        .isEqualTo(404);
    assertThat(victim.credential("otp").path("userLabel").asText()).isEqualTo("otp");
  }

  @Test
  @DisplayName("D17: an administrator in somebody else’s name does not see or change their factors")
  void impersonated(TestEnvironment environment, RealmApi realm) {
    Own own = user(environment, realm, "acted-for", "required", "20");
    realm
        .post("users/" + own.userId() + "/impersonation", Map.of())
        .orFail()
        .raw()
        .headers()
        .allValues("set-cookie")
        .forEach(cookie -> own.visitor().browser().cookies().take(cookie));
    Page page = own.visitor().browser().get(own.address().toString());
    Page posted =
        own.visitor()
            .browser()
            .post(
                own.address(), Map.of("do", "first", "factor", "sms", "token", own.stateChecker()));

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text()).contains("in somebody else’s name").doesNotContain("•••• 20");
    assertThat(posted.status()).isEqualTo(403);
    assertThat(realm.user(own.userId()).at("/attributes").has("twostep.preferred")).isFalse();
  }

  @Test
  @DisplayName(
      "B5: a scope that is turned off and on again leaves factors and choices as they were")
  void offAndOnAgain(TestEnvironment environment, RealmApi realm) {
    Own own = user(environment, realm, "again", "optional", "21");
    own.logIn();
    own.post(Map.of("do", "first", "factor", "sms", "credential", own.id("sms")));
    JsonNode factors = realm.credentials(own.userId());
    realm.policy("user", own.userId(), Map.of("requirement", "off"));

    assertThat(own.open().text()).contains("Not in use", "•••• 21");
    assertThat(Stage.of(Visitor.to(environment, realm).login("again"))).isEqualTo(Stage.IN);
    realm.policy("user", own.userId(), Map.of("requirement", "optional"));
    assertThat(realm.credentials(own.userId())).isEqualTo(factors);
    assertThat(Visitor.to(environment, realm).login("again").text()).contains("•••• 21");
  }

  @Test
  @DisplayName("a realm without Twostep has no such page")
  void notSetUp(TestEnvironment environment) {
    RealmApi bare = environment.newRealm("me-bare");
    Page page = environment.newDriver().get("/realms/" + bare.name() + "/twostep/me");

    assertThat(page.status()).isEqualTo(404);
  }

  private static String choice(RealmApi realm, Own own) {
    return realm.user(own.userId()).at("/attributes/twostep.choice/0").asText("");
  }

  private static Own user(
      TestEnvironment environment, RealmApi realm, String name, String requirement, String end) {
    String id = realm.createUser(NewUser.named(name).withApp().withPhone(PHONE + end));
    realm.policy("user", id, Map.of("requirement", requirement));
    return new Own(Visitor.to(environment, realm), realm, name, id);
  }
}
