package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.login.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One budget for all factors that can be guessed; who has used it up is not locked out for it. */
@WithKeycloak
class BudgetIT {

  private static final int MOST_PER_DAY = 30;
  private static final String OTHER_APP = "plain";

  private final TestEnvironment environment;
  private final RealmApi realm;
  private final Site site;
  private final Books books;

  BudgetIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
    this.site =
        new Site(realm, environment::newDriver, environment.gateway(), environment.database());
    this.books = site.books();
  }

  /** Only one of the two applications asks for a second step. */
  @BeforeAll
  static void requireCodesOfOneClient(TestEnvironment environment, RealmApi realm) {
    Site.of(environment, realm, "sms,email,totp,recovery-codes");
    realm.attribute("twostep.requirement", "off");
    realm.createClient(OTHER_APP);
    String app = realm.clientNamed(TestEnvironment.CLIENT).get("id").asText();
    realm.clientAttribute(app, "twostep.requirement", "required");
  }

  @Test
  @AbuseCase("A42")
  @DisplayName("A42 a password that is right elsewhere clears neither the count nor the back-off")
  void passwordClearsNothing() {
    Person ann = site.person("budget-ann");
    Login login = site.login(ann);
    String code = site.newestCode(ann);
    login.answer(Site.wrong(code));
    String backOff = books.backOff(ann);

    var grant =
        site.browsers()
            .get()
            .token(
                realm.name(),
                Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    OTHER_APP,
                    "username",
                    ann.name(),
                    "password",
                    Person.PASSWORD));
    Page elsewhere =
        site.browsers().get().login(realm.name(), OTHER_APP, ann.name(), Person.PASSWORD);

    assertThat(grant.has("access_token")).isTrue();
    assertThat(elsewhere.has("input[name=code]") || elsewhere.isCallback()).isTrue();
    assertThat(books.wrongAnswers(ann)).isEqualTo(1);
    assertThat(books.backOff(ann)).isEqualTo(backOff).isNotEmpty();
  }

  @Test
  @AbuseCase("A44")
  @DisplayName("A44 with the user name alone nobody touches the budget or has a message sent")
  void nameAloneTouchesNothing() {
    Person bob = site.person("budget-bob");
    var stranger = site.browsers().get();
    Page form = stranger.open(realm.name(), TestEnvironment.CLIENT);
    for (int n = 0; n < 10; n++) {
      form = stranger.submit(form, Map.of("username", bob.name(), "password", "guess" + n));
    }

    assertThat(books.wrongAnswers(bob)).isZero();
    assertThat(site.messagesTo(bob)).isZero();
    Login owner = site.login(bob);
    assertThat(owner.answer(site.newestCode(bob)).code()).isPresent();
  }

  @Test
  @AbuseCase("A44")
  @DisplayName("A44 with the budget used up a recovery code still opens the login")
  void recoveryCodeStillWorks() {
    Person cat =
        site.person(
            "budget-cat",
            List.of(Credentials.recoveryCodes(List.of("ABCDEFGHIJKL", "MNPQRSTUVWXY"))));
    books.wrongAnswers(cat, MOST_PER_DAY);
    Login login = site.login(cat);
    assertThat(login.answer(site.newestCode(cat)).text())
        .contains(Says.BUDGET_SPENT)
        .contains("use a passkey or a recovery code, or ask your administrator");

    login.switchTo("recovery-codes");
    assertThat(login.answer("abcd-efgh-ijkl").code()).isPresent();
    assertThat(realm.user(cat.id()).get("enabled").asBoolean()).isTrue();
  }

  @Test
  @AbuseCase("A44")
  @DisplayName("A44 an administrator gives the budget back; the user was never disabled")
  void administratorUnlocks() {
    Person dan = site.person("budget-dan");
    books.wrongAnswers(dan, MOST_PER_DAY);
    Login login = site.login(dan);
    String code = site.newestCode(dan);
    assertThat(login.answer(code).text()).contains(Says.BUDGET_SPENT);
    assertThat(realm.user(dan.id()).get("enabled").asBoolean()).isTrue();

    assertThat(realm.delete("twostep/users/" + dan.id() + "/limits").status()).isEqualTo(204);

    assertThat(books.wrongAnswers(dan)).isZero();
    assertThat(login.answer(code).code()).isPresent();
    assertThat(realm.adminEvents().findValuesAsText("resourceType")).contains("TWOSTEP_LIMITS");
  }

  @Test
  @AbuseCase("A45")
  @DisplayName("A45 app, SMS and e-mail draw on one budget: switching gives no new tries")
  void factorsShareOneBudget() {
    Person eve = site.person("budget-eve", List.of(Credentials.app()));
    books.wrongAnswers(eve, MOST_PER_DAY - 3);
    Login login = site.login(eve);
    assertThat(login.answer("000000").text()).contains(Says.WRONG);
    login.switchTo("sms");
    String smsCode = site.newestCode(eve);
    assertThat(login.answer(Site.wrong(smsCode)).text()).contains(Says.WRONG);
    realm.put(
        "twostep/scopes/user/" + eve.id(),
        Map.of("factors", List.of("totp", "email"), "fallback", "email"));
    login.resume();
    login.switchTo("email");
    String mailCode =
        SmsGatewayDouble.codeIn(environment.mail().awaitMail(eve.email(), Site.PATIENCE).text());
    login.answer(Site.wrong(mailCode));

    assertThat(books.wrongAnswers(eve)).isEqualTo(MOST_PER_DAY);
    books.endBackOff(eve);
    assertThat(login.answer(mailCode).text()).contains(Says.BUDGET_SPENT);
    login.switchTo("totp");
    assertThat(login.answer(Credentials.appInHand().code()).text()).contains(Says.BUDGET_SPENT);
  }
}
