package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever a browser sends: only what the server itself knows of this login counts. */
@WithKeycloak
class ForgedStateIT {

  private static final Map<String, String> MARKERS =
      Map.of(
          "twostep.settled", "proven:totp",
          "twostep.proof", "totp@1",
          "twostep", "proven",
          "2fa", "true",
          "mfa", "true",
          "acr", "2",
          "skip", "true");

  @BeforeAll
  static void requireOfAll(RealmApi realm) {
    realm.setUpTwostep();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
  }

  @Test
  @AbuseCase("D20")
  @DisplayName("D20: a login prepared by somebody else gives that browser nothing")
  void fixation(TestEnvironment environment, RealmApi realm) {
    realm.createUser(NewUser.named("d20").withApp());
    Visitor attacker = Visitor.to(environment, realm);
    Page prepared = attacker.open("app");
    Visitor victim = Visitor.to(environment, realm);
    String path = "/realms/" + realm.name() + "/";
    for (String cookie : List.of("AUTH_SESSION_ID", "KC_AUTH_SESSION_HASH", "KC_RESTART")) {
      victim.browser().cookies().put(cookie, path, attacker.browser().cookies().value(cookie));
    }
    Page asked = victim.password(prepared, "d20");
    assertThat(Stage.of(asked)).isEqualTo(Stage.ASKED);
    assertThat(goOn(attacker, asked).isCallback()).isFalse();
    Page reloaded = goOn(victim, asked);
    assertThat(Stage.of(victim.app(reloaded, "d20"))).isEqualTo(Stage.IN);

    assertThat(goOn(attacker, prepared).isCallback()).isFalse();
    assertThat(goOn(attacker, asked).isCallback()).isFalse();
    assertThat(attacker.open("app", Map.of("prompt", "none")).error()).hasValue("login_required");
  }

  /**
   * Reloads a page; where Keycloak says that it has expired, goes on with the login all the same.
   */
  private static Page goOn(Visitor visitor, Page page) {
    Page shown = visitor.browser().get(page.uri().toString());
    return shown.has("#loginContinueLink")
        ? visitor.browser().get(shown.document().selectFirst("#loginContinueLink").absUrl("href"))
        : shown;
  }

  @Test
  @AbuseCase("D20")
  @DisplayName("D20: the attacker's form address alone, without its cookie, logs nobody in")
  void foreignAddress(TestEnvironment environment, RealmApi realm) {
    realm.createUser(NewUser.named("d20b").withApp());
    Page prepared = Visitor.to(environment, realm).open("app");
    Visitor victim = Visitor.to(environment, realm);

    Page answer = victim.password(prepared, "d20b");

    assertThat(Stage.of(answer)).isNotIn(Stage.IN, Stage.ASKED);
  }

  @Test
  @AbuseCase("D21")
  @DisplayName("D21: the second factor of Y in one tab does not finish X's login in another")
  void tabSwap(TestEnvironment environment, RealmApi realm) {
    realm.createUser(NewUser.named("x-victim").withApp());
    realm.createUser(NewUser.named("y-attacker").withApp());
    Visitor visitor = Visitor.to(environment, realm);
    Page tabX = visitor.login("x-victim");
    Page tabY = visitor.login("y-attacker");
    Page crossed = visitor.app(tabX, "y-attacker");
    assertThat(List.of(Stage.of(tabX), Stage.of(tabY), Stage.of(crossed)))
        .containsOnly(Stage.ASKED);

    Page swapped = visitor.browser().post(withTabOf(tabX, tabY), code("y-attacker"));
    assertThat(swapped.isCallback() && isUser(visitor, swapped, "x-victim")).isFalse();
    Page finished = swapped.isCallback() ? swapped : visitor.nextApp(tabY, "y-attacker");
    Page back = visitor.browser().get(tabX.uri().toString());
    assertThat(finished.isCallback() && isUser(visitor, finished, "x-victim")).isFalse();
    assertThat(back.code().isPresent() && isUser(visitor, back, "x-victim")).isFalse();
  }

  private static Map<String, String> code(String username) {
    return Map.of("code", NewUser.appOf(username).code(), "twostepAction", "verify");
  }

  private static URI withTabOf(Page action, Page tab) {
    String tabId = tab.form().absUrl("action").replaceAll(".*[?&]tab_id=([^&]*).*", "$1");
    return URI.create(
        action.form().absUrl("action").replaceAll("([?&]tab_id=)[^&]*", "$1" + tabId));
  }

  private static boolean isUser(Visitor visitor, Page in, String username) {
    JsonNode tokens = visitor.browser().tokens(visitor.realm(), "app", in.code().orElseThrow());
    String claims = tokens.path("access_token").asText().split("\\.", -1)[1];
    byte[] decoded = Base64.getUrlDecoder().decode(claims);
    return new String(decoded, StandardCharsets.UTF_8).contains(username);
  }

  @Test
  @AbuseCase("D22")
  @DisplayName("D22: cookies, fields, parameters and headers that claim a proof change nothing")
  void markers(TestEnvironment environment, RealmApi realm) {
    realm.createUser(NewUser.named("d22").withApp());
    Visitor visitor = Visitor.to(environment, realm);
    MARKERS.forEach((name, value) -> visitor.browser().cookies().put(name, "/", value));
    visitor.browser().header("X-Skip", "true").header("X-2FA", "true").header("X-MFA", "done");
    Map<String, String> password =
        new HashMap<>(Map.of("username", "d22", "password", NewUser.PASSWORD));
    password.putAll(MARKERS);
    Page asked = visitor.browser().submit(visitor.open("app", MARKERS), password);
    Map<String, String> answer = new HashMap<>(MARKERS);
    answer.put("code", "000000");
    Page wrong = visitor.press(asked, answer);

    assertThat(List.of(Stage.of(asked), Stage.of(wrong))).containsOnly(Stage.ASKED);
  }

  @Test
  @AbuseCase("D24")
  @DisplayName("D24: a forwarded address changes no decision")
  void forwarded(TestEnvironment environment, RealmApi realm) {
    realm.createUser(NewUser.named("d24").withApp());
    String off = realm.createUser(NewUser.named("d24-off"));
    realm.policy("user", off, Map.of("requirement", "off"));
    for (String office : List.of("127.0.0.1", "10.0.0.1", "192.168.1.1", "::1")) {
      Visitor asked = Visitor.to(environment, realm);
      Visitor free = Visitor.to(environment, realm);
      for (Visitor visitor : List.of(asked, free)) {
        visitor
            .browser()
            .header("X-Forwarded-For", office)
            .header("X-Real-IP", office)
            .header("Forwarded", "for=\"" + office + "\";host=intranet;proto=https");
      }
      assertThat(Stage.of(asked.login("d24"))).as(office).isEqualTo(Stage.ASKED);
      assertThat(Stage.of(free.login("d24-off"))).as(office).isEqualTo(Stage.IN);
    }
  }
}
