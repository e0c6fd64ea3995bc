package dev.twostep.it.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An authenticator app is bound by two codes of one form, and by nothing less. */
@WithKeycloak
class BindAppIT {

  private static final String BOUND = "is now bound";

  private static TestEnvironment environment;
  private static RealmApi realm;

  @BeforeAll
  static void setUp(TestEnvironment shared, RealmApi own) {
    environment = shared;
    realm = own;
    realm.setUpTwostep();
  }

  private static Binder open(Owner owner) {
    return Binder.open(environment, realm, owner);
  }

  @Test
  void bindsOnRequestAndAsksForTheAppFromThenOn() {
    Owner anna = Owner.withPhone(realm, "anna");
    Binder binder = open(anna);
    Totp app = binder.scan();
    String sms = binder.ask();

    Page bound =
        binder.press("verify", Map.of("code", sms, "app", app.code(), "label", " My phone "));

    assertThat(bound.text()).contains(BOUND, "From now on");
    assertThat(anna.apps()).containsExactly("My phone");
    assertThat(binder.press("done", Map.of()).code()).isPresent();
    assertThat(
            realm
                .latestEvent(anna.id(), "UPDATE_CREDENTIAL")
                .at("/details/credential_type")
                .asText())
        .isEqualTo("otp");
    assertThat(realm.latestEvent(anna.id(), "UPDATE_TOTP").isMissingNode()).isFalse();
    realm.policy("user", anna.id(), Map.of("requirement", "required"));
    Page asked =
        environment
            .newDriver()
            .login(realm.name(), TestEnvironment.CLIENT, "anna", NewUser.PASSWORD);
    assertThat(asked.text()).contains("Code from your authenticator app");
  }

  @Test
  void aCodeThatBoundIsUsedForLoginsToo() {
    Owner uma = Owner.withPhone(realm, "uma");
    Binder binder = open(uma);
    Totp app = binder.scan();
    String sms = binder.ask();
    String code = app.code();
    assertThat(binder.bind(sms, code).text()).contains(BOUND);

    realm.policy("user", uma.id(), Map.of("requirement", "required"));
    var browser = environment.newDriver();
    Page asked = browser.login(realm.name(), TestEnvironment.CLIENT, "uma", NewUser.PASSWORD);
    Page again = browser.submit(asked, Map.of("code", code, "twostepAction", "verify"));
    assertThat(again.code()).isEmpty();
    binder.coolDown();
    Page next = browser.submit(again, Map.of("code", app.nextCode(), "twostepAction", "verify"));
    assertThat(next.code()).isPresent();
  }

  @Test
  @AbuseCase("C01")
  @DisplayName("C01 a secret in the form is ignored: only the server's own can be bound")
  void aPostedSecretIsIgnored() {
    Owner ben = Owner.withPhone(realm, "ben");
    Binder binder = open(ben);
    Totp app = binder.scan();
    String sms = binder.ask();
    String mine = "NRXXMZLTNRXXMZLTNRXXMZLTNRXXMZLT";
    Map<String, String> forged =
        Map.of(
            "code", sms,
            "app", Totp.ofBase32(mine).code(),
            "totp", Totp.ofBase32(mine).code(),
            "totpSecret", mine,
            "secret", mine,
            "twostep.app.key", mine);

    assertThat(binder.press("verify", forged).text()).doesNotContain(BOUND);
    assertThat(ben.apps()).isEmpty();
    binder.coolDown();
    assertThat(binder.page().body()).doesNotContain(mine).doesNotContain("totpSecret");
    assertThat(binder.bind(sms, app.code()).text()).contains(BOUND);
  }

  @Test
  @AbuseCase("C02")
  @DisplayName("C02 one half alone, in any order or twice, binds nothing")
  void oneHalfBindsNothing() {
    Owner cleo = Owner.withPhone(realm, "cleo");
    Binder binder = open(cleo);
    Totp app = binder.scan();
    String sms = binder.ask();

    assertThat(binder.press("verify", Map.of("app", app.code())).text()).contains("both codes");
    assertThat(binder.press("verify", Map.of("code", sms)).text()).contains("both codes");
    assertThat(binder.press("done", Map.of("app", app.code())).text()).doesNotContain(BOUND);
    assertThat(binder.bind(app.code(), app.code()).text()).doesNotContain(BOUND);
    binder.coolDown();
    assertThat(binder.bind(sms, sms).text()).doesNotContain(BOUND);
    binder.coolDown();
    assertThat(cleo.apps()).isEmpty();
    assertThat(binder.bind(sms, app.code()).text()).contains(BOUND);
  }

  @Test
  @AbuseCase("C02")
  @DisplayName("C02 the codes' form posted before a message was sent binds nothing")
  void nothingBindsBeforeTheMessage() {
    Owner dora = Owner.withPhone(realm, "dora");
    Binder binder = open(dora);
    Totp app = binder.scan();

    assertThat(binder.bind("", app.code()).text()).doesNotContain(BOUND);
    assertThat(binder.bind("000000", app.code()).text()).doesNotContain(BOUND);
    assertThat(dora.apps()).isEmpty();
  }

  @Test
  @AbuseCase("C04")
  @DisplayName("C04 a code that went to a number which is no longer the account's binds nothing")
  void anotherNumberVoidsTheCode() {
    Owner emil = Owner.withPhone(realm, "emil");
    Binder binder = open(emil);
    Totp app = binder.scan();
    String sms = binder.ask();
    changeNumber(emil);

    Page refused = binder.bind(sms, app.code());

    assertThat(refused.text()).contains("expired").doesNotContain(BOUND);
    assertThat(emil.apps()).isEmpty();
  }

  /** As an administrator's import or another login of the owner would. */
  private static void changeNumber(Owner owner) {
    String phone = "select id from credential where user_id = ? and type = 'twostep-phone'";
    String id = (String) environment.database().sql(phone, owner.id()).get(0).get("id");
    environment
        .database()
        .sql(
            "update credential set secret_data = ? where id = ?",
            "{\"address\":\"" + Owner.freshNumber() + "\"}",
            id);
    // Any change of the user through the server empties its cache.
    realm.updateUser(owner.id(), Map.of("lastName", "Changed"));
  }

  @Test
  @AbuseCase("C08")
  @DisplayName("C08 each tab has a secret of its own, which only its own codes bind")
  void tabsDoNotMix() {
    Owner fay = Owner.withPhone(realm, "fay");
    Binder first = open(fay);
    Totp firstApp = first.scan();
    Binder second = first.tab();
    Totp secondApp = second.scan();
    String firstSms = first.ask();
    second.coolDown();
    String secondSms = second.ask();

    assertThat(firstApp.code()).isNotEqualTo(secondApp.code());
    assertThat(second.bind(secondSms, firstApp.code()).text()).doesNotContain(BOUND);
    second.coolDown();
    assertThat(second.bind(firstSms, secondApp.code()).text()).doesNotContain(BOUND);
    second.coolDown();
    assertThat(fay.apps()).isEmpty();
    assertThat(first.bind(firstSms, firstApp.code()).text()).contains(BOUND);
  }

  @Test
  @AbuseCase("C08")
  @DisplayName("C08 going back and reloading show the same secret: none replaces another")
  void theSecretStays() {
    Owner gus = Owner.withPhone(realm, "gus");
    Binder binder = open(gus);
    binder.scan();
    String secret = binder.secret();
    binder.reload();
    assertThat(binder.secret()).isEqualTo(secret);
    String sms = binder.ask();
    binder.press("back", Map.of());
    assertThat(binder.secret()).isEqualTo(secret);
    Totp app = binder.app();
    binder.press("continue", Map.of());

    assertThat(binder.bind(sms, app.code()).text()).contains(BOUND);
  }

  @Test
  @AbuseCase("C09")
  @DisplayName("C09 a binding that was given up leaves nothing, and policy still demands one")
  void givenUpLeavesNothing() {
    Owner hal = Owner.withoutPhone(realm, "hal");
    realm.policy(
        "user", hal.id(), Map.of("requirement", "required", "factors", new String[] {"totp"}));
    realm.attribute("twostep.confirm", "none");
    try {
      Binder binder = Binder.open(environment, realm, hal, Map.of());
      Totp app = binder.scan();
      binder.press("continue", Map.of());
      assertThat(binder.press("verify", Map.of("app", "000000")).text()).doesNotContain(BOUND);

      Page silent =
          binder.browser().open(realm.name(), TestEnvironment.CLIENT, Map.of("prompt", "none"));
      assertThat(silent.error()).hasValue("login_required");
      assertThat(hal.apps()).isEmpty();
      Binder later = Binder.open(environment, realm, hal, Map.of());
      assertThat(later.scan().code()).isNotEqualTo(app.code());
      later.press("continue", Map.of());
      Page bound =
          later.press("verify", Map.of("app", later.page().has("#app") ? appOf(later) : ""));
      assertThat(bound.text()).contains(BOUND);
      assertThat(later.press("done", Map.of()).code()).isPresent();
    } finally {
      realm.attribute("twostep.confirm", "sms");
    }
  }

  private static String appOf(Binder binder) {
    binder.press("back", Map.of());
    Totp app = binder.app();
    binder.press("continue", Map.of());
    return app.code();
  }
}
