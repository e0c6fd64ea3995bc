package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What happens to an account while its code page is open counts for the answer. */
@WithKeycloak
class AccountStateIT {

  private static final int WRONG_PASSWORDS_TO_LOCK = 8;

  private final RealmApi realm;
  private final Site site;
  private final Books books;

  AccountStateIT(TestEnvironment environment, RealmApi realm) {
    this.realm = realm;
    this.site =
        new Site(realm, environment::newDriver, environment.gateway(), environment.database());
    this.books = site.books();
  }

  @BeforeAll
  static void requireCodes(TestEnvironment environment, RealmApi realm) {
    Site.of(environment, realm, "sms,totp,recovery-codes");
    realm.update(
        Map.of(
            "bruteForceProtected", true,
            "failureFactor", WRONG_PASSWORDS_TO_LOCK,
            "quickLoginCheckMilliSeconds", 0,
            "waitIncrementSeconds", 600,
            "maxFailureWaitSeconds", 900));
  }

  @Test
  @AbuseCase("A39")
  @DisplayName("A39 an account that is locked while its code page is open takes no right code")
  void lockedAccountTakesNoCode() {
    Person ann = site.person("state-ann");
    Login login = site.login(ann);
    String code = site.newestCode(ann);
    Page asked = login.page();
    lock(ann);
    books.forgetMessages(ann);

    assertThat(login.act("resend").text()).contains(Says.LOCKED);
    assertThat(login.browser().submit(asked, Login.fields(code)).text()).contains(Says.LOCKED);
    Login again = site.login(ann);

    assertThat(again.page().has("input[name=code]")).isFalse();
    assertThat(again.page().isCallback()).isFalse();
    assertThat(site.messagesTo(ann)).isEqualTo(1);
    assertThat(errorsOf(ann)).contains("user_temporarily_disabled");
  }

  @Test
  @AbuseCase("A39")
  @DisplayName("A39 the account opens again when the lock is lifted, with the same code")
  void liftedLockLetsTheOwnerIn() {
    Person bob = site.person("state-bob");
    Login login = site.login(bob);
    String code = site.newestCode(bob);
    Page asked = login.page();
    lock(bob);
    assertThat(login.answer(code).text()).contains(Says.LOCKED);

    realm.delete("attack-detection/brute-force/users/" + bob.id());
    assertThat(login.browser().submit(asked, Login.fields(code)).code()).isPresent();
  }

  @Test
  @DisplayName("Keycloak's own brute-force protection counts wrong codes, too")
  void keycloakCountsWrongCodes() {
    Person cat = site.person("state-cat");
    Login login = site.login(cat);
    String code = site.newestCode(cat);

    for (int n = 1; n <= 3; n++) {
      books.endBackOff(cat);
      assertThat(login.answer(Site.wrong(code)).text()).contains(Says.WRONG);
      awaitFailures(cat, n);
    }
    assertThat(errorsOf(cat)).contains("invalid_user_credentials");
  }

  @Test
  @AbuseCase("A40")
  @DisplayName("A40 a user who is disabled after the code was sent is not let in")
  void disabledUserIsRefused() {
    Person dan = site.person("state-dan");
    Login login = site.login(dan);
    String code = site.newestCode(dan);
    realm.updateUser(dan.id(), Map.of("enabled", false));

    Page answer = login.answer(code);

    assertThat(answer.code()).isEmpty();
    assertThat(answer.has("input[name=code]")).isFalse();
  }

  @Test
  @AbuseCase("A40")
  @DisplayName("A40 a user who is deleted after the code was sent is not let in")
  void deletedUserIsRefused() {
    Person eve = site.person("state-eve");
    Login login = site.login(eve);
    String code = site.newestCode(eve);
    assertThat(realm.delete("users/" + eve.id()).isGood()).isTrue();

    Page answer = login.answer(code);

    assertThat(answer.code()).isEmpty();
    assertThat(answer.status()).isLessThan(500);
  }

  @Test
  @AbuseCase("A40")
  @DisplayName("A40 a policy made stricter after the code was sent is followed: SMS is not enough")
  void stricterPolicyCountsAtOnce() {
    Person fay = site.person("state-fay", List.of(Credentials.app()));
    Login login = site.login(fay);
    String code = site.newestCode(fay);
    assertThat(
            realm
                .put("twostep/scopes/user/" + fay.id(), Map.of("factors", List.of("totp")))
                .isGood())
        .isTrue();

    Page asked = login.answer(code);

    assertThat(asked.code()).isEmpty();
    assertThat(asked.text()).contains("Code from your authenticator app");
    assertThat(login.answer(Credentials.appInHand().code()).code()).isPresent();
  }

  private void lock(Person person) {
    var stranger = site.browsers().get();
    Page form = stranger.open(realm.name(), TestEnvironment.CLIENT);
    for (int n = 0; n < WRONG_PASSWORDS_TO_LOCK; n++) {
      form = stranger.submit(form, Map.of("username", person.name(), "password", "guess" + n));
    }
    Eventually.holds(
        "the account to be locked", Site.PATIENCE, () -> attacks(person).contains("true"));
  }

  private void awaitFailures(Person person, int count) {
    Eventually.holds(
        count + " failures",
        Site.PATIENCE,
        () -> attacks(person).contains("\"numFailures\":" + count));
  }

  private String attacks(Person person) {
    return realm.get("attack-detection/brute-force/users/" + person.id()).text();
  }

  private List<String> errorsOf(Person person) {
    return realm.eventsOf(person.id()).findValuesAsText("error");
  }
}
