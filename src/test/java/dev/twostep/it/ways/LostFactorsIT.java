package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The roads that somebody without their factors might try, and the one they had prepared. */
@WithKeycloak
class LostFactorsIT {

  private static final Pattern LINK = Pattern.compile("http\\S+action-token\\S+");
  private static final List<String> RECOVERY = List.of("AAAABBBBCCCC", "DDDDEEEEFFFF");

  private final TestEnvironment environment;
  private final RealmApi realm;
  private final HelpDesk desk;

  LostFactorsIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
    this.desk = new HelpDesk(environment, realm);
  }

  @BeforeAll
  static void requireOfAll(RealmApi realm) {
    realm.setUpTwostep();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
    realm.update(Map.of("resetPasswordAllowed", true));
  }

  @Test
  @DisplayName("D5: a recovery code lets the owner in, who then binds the new number")
  void recoveryCode() {
    String id =
        realm.createUser(
            NewUser.named("prepared").withPhone("+4915100720001").withRecoveryCodes(RECOVERY));
    Visitor visitor = Visitor.to(environment, realm);
    Page ways = visitor.action(visitor.login("prepared"), "another");
    Page asked = visitor.press(ways, Map.of("twostepFactor", "recovery-codes"));
    assertThat(Stage.of(visitor.code(asked, RECOVERY.get(0)))).isEqualTo(Stage.IN);
    Page enrol = visitor.open("app", Map.of("kc_action", "twostep-enrol-phone"));
    assertThat(Stage.of(enrol)).as(enrol.text()).isEqualTo(Stage.ENROL);
    Page code = desk.number(visitor, enrol, "+4915100720002");
    Page in = visitor.code(code, desk.smsCode("+4915100720002"));

    assertThat(Stage.of(in)).as(in.text()).isEqualTo(Stage.IN);
    assertThat(desk.factors(id)).containsExactly("recovery-authn-codes", "twostep-phone");
    Visitor later = Visitor.to(environment, realm);
    assertThat(Stage.of(later.login("prepared"))).isEqualTo(Stage.ASKED);
    assertThat(environment.gateway().codes("+4915100720001")).hasSize(1);
  }

  @Test
  @AbuseCase("J10")
  @DisplayName("J10: password and mailbox alone lead nowhere; only an administrator helps")
  void mailboxAlone() {
    String id = realm.createUser(NewUser.named("j10").withApp());
    Visitor visitor = Visitor.to(environment, realm);
    Page asked = visitor.login("j10");
    Page another = visitor.action(asked, "another");
    Page email = visitor.press(asked, Map.of("twostepFactor", "email"));
    Page pass = visitor.press(asked, Map.of("twostepFactor", "pass"));

    assertThat(List.of(Stage.of(asked), Stage.of(email), Stage.of(pass))).containsOnly(Stage.ASKED);
    assertThat(another.has("[value=email]")).isFalse();
    assertThat(pass.text()).doesNotContain("Enter your pass");
    Visitor forgets = Visitor.to(environment, realm);
    Page form = forgets.open("app");
    Page reset =
        forgets
            .browser()
            .get(form.document().selectFirst("a[href*=reset-credentials]").absUrl("href"));
    forgets.browser().submit(reset, Map.of("username", "j10"));
    Page stillAsked = forgets.browser().get(link("j10", 1));
    assertThat(Stage.of(stillAsked)).isEqualTo(Stage.ASKED);
    assertThat(environment.mail().mailsTo("j10@example.test")).hasSize(1);
    for (Visitor one : List.of(visitor, forgets)) {
      assertThat(one.open("app", Map.of("prompt", "none")).error()).hasValue("login_required");
    }

    desk.reset(id).orFail();
    assertThat(Stage.of(Visitor.to(environment, realm).login("j10"))).isEqualTo(Stage.ENROL);
  }

  @Test
  @AbuseCase("C34")
  @DisplayName("C34: an administrator's link asks the factor that the user has, and works once")
  void actionLinkAsksTheFactor() {
    for (String action : List.of("CONFIGURE_TOTP", "twostep-enrol-phone")) {
      String name = "c34-" + action.toLowerCase(java.util.Locale.ROOT);
      String id = realm.createUser(NewUser.named(name).withApp());
      realm.put("users/" + id + "/execute-actions-email", List.of(action)).orFail();
      String link = link(name, 1);
      Visitor stranger = Visitor.to(environment, realm);
      Page asked = follow(stranger, link);
      assertThat(Stage.of(asked)).as(action + asked.text()).isEqualTo(Stage.ASKED);
      assertThat(asked.has("input[name=totpSecret]")).isFalse();

      Visitor owner = Visitor.to(environment, realm);
      Page enrol = owner.app(follow(owner, link), name);
      assertThat(Stage.of(enrol)).as(action + enrol.text()).isEqualTo(Stage.ENROL);
    }
  }

  @Test
  @AbuseCase("C34")
  @DisplayName("C34: the link of a finished set-up is refused to whoever comes second")
  void actionLinkWorksOnce() {
    String id = realm.createUser(NewUser.named("c34").withApp());
    realm.put("users/" + id + "/execute-actions-email", List.of("twostep-enrol-phone")).orFail();
    String link = link("c34", 1);
    Visitor owner = Visitor.to(environment, realm);
    Page enrol = owner.app(follow(owner, link), "c34");
    Page code = desk.number(owner, enrol, "+4915100720003");
    owner.code(code, desk.smsCode("+4915100720003"));
    assertThat(desk.factors(id)).containsExactly("otp", "twostep-phone");

    for (Visitor again : List.of(owner, Visitor.to(environment, realm))) {
      Page refused = follow(again, link);
      assertThat(Stage.of(refused)).as(refused.text()).isEqualTo(Stage.OTHER);
      assertThat(refused.text()).doesNotContain("Enter your code");
      assertThat(again.open("app", Map.of("prompt", "none")).error()).hasValue("login_required");
    }
  }

  /** Follows the link over Keycloak's page that lists what will be done. */
  private static Page follow(Visitor visitor, String link) {
    Page page = visitor.browser().get(link);
    Element on = page.document().selectFirst("a[href*=action-token]");
    return on == null ? page : visitor.browser().get(on.absUrl("href"));
  }

  private String link(String username, int count) {
    String text =
        environment.mail().awaitMail(username + "@example.test", count, HelpDesk.PATIENCE).text();
    Matcher link = LINK.matcher(text);
    assertThat(link.find()).as(text).isTrue();
    return link.group();
  }
}
