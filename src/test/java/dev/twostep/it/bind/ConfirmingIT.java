package dev.twostep.it.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.login.Page;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How a new app is confirmed is the realm's to say; what cannot be followed refuses clearly. */
@WithKeycloak
class ConfirmingIT {

  private static final String BOUND = "is now bound";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static TestEnvironment environment;
  private static RealmApi realm;

  @BeforeAll
  static void setUp(TestEnvironment shared, RealmApi own) {
    environment = shared;
    realm = own;
    realm.setUpTwostep();
  }

  @BeforeEach
  void unset() {
    realm.attributes(Map.of("twostep.confirm", ""));
  }

  @Test
  void byMail() {
    realm.attribute("twostep.confirm", "email");
    Owner pia = Owner.withoutPhone(realm, "pia");
    Binder binder = Binder.open(environment, realm, pia);
    Totp app = binder.scan();
    binder.press("continue", Map.of());
    String code =
        SmsGatewayDouble.codeIn(environment.mail().awaitMail("pia@example.test", PATIENCE).text());

    assertThat(binder.page().text()).contains("comes by e-mail");
    assertThat(binder.bind(code, app.code()).text()).contains(BOUND);
  }

  @Test
  void byNothing() {
    realm.attribute("twostep.confirm", "none");
    Owner quinn = Owner.withoutPhone(realm, "quinn");
    Binder binder = Binder.open(environment, realm, quinn);
    Totp app = binder.scan();
    binder.press("continue", Map.of());

    assertThat(binder.page().has("#code")).isFalse();
    assertThat(binder.press("verify", Map.of("app", "000000")).text())
        .contains("not the code of your app");
    binder.coolDown();
    assertThat(binder.press("verify", Map.of("app", app.code())).text()).contains(BOUND);
  }

  @Test
  void refusesAWordThatItDoesNotKnow() {
    realm.attribute("twostep.confirm", "pigeon");
    Owner rob = Owner.withPhone(realm, "rob");

    Page refused = Binder.open(environment, realm, rob).page();

    assertThat(refused.text()).contains("must be confirmed by a message");
    assertThat(realm.get("twostep/setup").orFail().json().toString())
        .contains("twostep.confirm", "none of sms, email and none");
  }

  @Test
  void refusesAPolicyThatCounts() {
    // Keycloak takes an OTP policy as a whole only.
    Map<String, ?> back =
        Map.of(
            "otpPolicyType", "totp",
            "otpPolicyAlgorithm", "HmacSHA1",
            "otpPolicyDigits", 6,
            "otpPolicyPeriod", 30,
            "otpPolicyLookAheadWindow", 1);
    realm.update(Map.of("otpPolicyType", "hotp"));
    try {
      Owner sue = Owner.withPhone(realm, "sue");
      assertThat(Binder.open(environment, realm, sue).page().text()).contains("count logins");
      assertThat(realm.get("twostep/setup").orFail().json().toString())
          .contains("OTP policy counts logins");
    } finally {
      realm.update(back);
    }
  }

  @Test
  void asksForThePhoneFirstAndEndsTheLoginWithTheApp() {
    Owner tom = Owner.withoutPhone(realm, "tom");
    realm.policy(
        "user",
        tom.id(),
        Map.of("requirement", "required", "factors", new String[] {"sms", "totp"}));
    Binder binder = Binder.open(environment, realm, tom, Map.of());
    assertThat(binder.page().text()).contains("An authenticator app or a passkey is safer");
    binder.press("another", Map.of());
    binder.press("", Map.of("twostepFactor", "totp"));
    binder.press("continue", Map.of());
    Page scan = provePhone(binder, tom.phone());
    assertThat(scan.has("#twostep-qr")).as(scan.text()).isTrue();
    Totp app = binder.app();
    binder.coolDown();
    String sms = binder.ask();

    assertThat(binder.bind(sms, app.code()).text()).contains(BOUND);
    assertThat(binder.press("done", Map.of()).code()).isPresent();
    assertThat(realm.latestEvent(tom.id(), "LOGIN").at("/details/twostep_factor").asText())
        .isEqualTo("totp");
  }

  private static Page provePhone(Binder binder, String number) {
    binder.press("send", Map.of("country", "DE", "number", number));
    String code = SmsGatewayDouble.codeIn(environment.gateway().awaitSms(number, PATIENCE));
    return binder.press("verify", Map.of("code", code));
  }

  @Test
  @AbuseCase("J18")
  @DisplayName("J18 whoever sets SMS up reads of its risk and is offered an app")
  void theRiskOfSmsIsToldAndAnAppOffered() {
    Owner una = Owner.withoutPhone(realm, "una");
    realm.policy(
        "user",
        una.id(),
        Map.of("requirement", "required", "factors", new String[] {"sms", "totp"}));
    Binder binder = Binder.open(environment, realm, una, Map.of());

    assertThat(binder.page().text())
        .contains("Text messages can be intercepted", "An authenticator app");
    Page ways = binder.press("another", Map.of());
    assertThat(ways.has("button[name=twostepFactor][value=totp]")).isTrue();
    assertThat(ways.text()).contains("Safer than a text message");
    assertThat(binder.press("", Map.of("twostepFactor", "totp")).text())
        .contains("Set up an authenticator app");
  }

  @Test
  @AbuseCase("C28")
  @DisplayName("C28 five wrong codes drop a number, and three numbers are all for a day")
  void numbersOfOthersCannotBeGuessedAt() {
    Owner vic = Owner.withoutPhone(realm, "vic");
    realm.policy(
        "user", vic.id(), Map.of("requirement", "required", "factors", new String[] {"sms"}));
    Binder binder = Binder.open(environment, realm, vic, Map.of());
    for (int number = 0; number < 3; number++) {
      String stranger = Owner.freshNumber();
      binder.press("send", Map.of("country", "DE", "number", stranger));
      String code = SmsGatewayDouble.codeIn(environment.gateway().awaitSms(stranger, PATIENCE));
      for (int guess = 0; guess < 5; guess++) {
        binder.press("verify", Map.of("code", wrong(code)));
        binder.coolDown();
      }
      Page dropped = binder.press("verify", Map.of("code", code));
      assertThat(dropped.text()).contains("dropped that number");
    }

    String fourth = Owner.freshNumber();
    Page refused = binder.press("send", Map.of("country", "DE", "number", fourth));
    assertThat(refused.text()).contains("too many numbers today");
    assertThat(refused.has("#number")).isTrue();
    assertThat(environment.gateway().inbox(fourth)).isEmpty();
    assertThat(realm.credentials(vic.id()).findValuesAsText("type"))
        .doesNotContain("twostep-phone");
  }

  private static String wrong(String code) {
    return code.charAt(0) == '9' ? "0" + code.substring(1) : "9" + code.substring(1);
  }

  @Test
  void offersRecoveryCodesWhereTheyCount() {
    realm.attribute("twostep.confirm", "none");
    Owner wim = Owner.withoutPhone(realm, "wim");
    Binder binder = Binder.open(environment, realm, wim);
    Totp app = binder.scan();
    binder.press("continue", Map.of());
    Page bound = binder.press("verify", Map.of("app", app.code()));
    assertThat(bound.has("#twostep-recovery")).isTrue();

    assertThat(binder.press("recovery", Map.of()).body()).contains("recovery");
    assertThat(binder.page().isCallback()).isFalse();
  }

  @Test
  void theHelpLinkLeadsToTheLogin() {
    RealmApi other = environment.newRealm("without-setup");
    Page missing = environment.newDriver().get("/realms/" + other.name() + "/twostep/bind");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.body()).contains("runs setup");

    Page login = environment.newDriver().get("/realms/" + realm.name() + "/twostep/bind");
    assertThat(login.has("input[name=password]")).isTrue();
  }
}
