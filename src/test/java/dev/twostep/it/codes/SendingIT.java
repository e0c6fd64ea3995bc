package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** However often somebody clicks, few messages leave; and looking at a page sends none. */
@WithKeycloak
class SendingIT {

  private static final Duration COOL_DOWN = Duration.ofSeconds(31);

  private final RealmApi realm;
  private final Site site;
  private final Books books;

  SendingIT(TestEnvironment environment, RealmApi realm) {
    this.realm = realm;
    this.site =
        new Site(realm, environment::newDriver, environment.gateway(), environment.database());
    this.books = site.books();
  }

  @BeforeAll
  static void requireCodes(TestEnvironment environment, RealmApi realm) {
    Site.of(environment, realm, "sms,totp");
  }

  @Test
  @AbuseCase("A13")
  @DisplayName("A13 100 clicks on resend, also at once, send nothing within 30 s of the message")
  void clicksWithinTheCoolDownSendNothing() {
    Person ann = site.person("flood-ann");
    Login login = site.login(ann);
    site.newestCode(ann);
    assertThat(login.page().text()).containsPattern("ask for the message again in \\d+ seconds");

    for (int click = 0; click < 10; click++) {
      assertThat(login.act("resend").text()).containsPattern("ask for it again in \\d+ s\\.");
    }
    for (int wave = 0; wave < 3; wave++) {
      resendTogether(login, 30);
      login.resume();
    }

    assertThat(site.messagesTo(ann)).isEqualTo(1);
    assertThat(books.messages(ann)).isEqualTo(1);
    assertThat(login.answer(site.newestCode(ann)).code()).isPresent();
  }

  @Test
  @AbuseCase("A13")
  @DisplayName("A13 when the 30 s are over, clicks at once send one message")
  void clicksAfterTheCoolDownSendOne() {
    Person bob = site.person("flood-bob");
    Login login = site.login(bob);
    site.newestCode(bob);
    books.ageMessages(bob, COOL_DOWN);

    resendTogether(login, 30);

    site.newestCode(bob, 2);
    assertThat(books.messages(bob)).isEqualTo(2);
    assertThat(site.messagesTo(bob)).isEqualTo(2);
  }

  @Test
  @AbuseCase("A13")
  @DisplayName("A13 five tabs of one browser, and another browser, share the wait")
  void tabsShareTheWait() {
    Person cat = site.person("flood-cat");
    Login first = site.login(cat);
    site.newestCode(cat);
    List<Login> tabs = new ArrayList<>();
    for (int tab = 0; tab < 4; tab++) {
      tabs.add(Login.of(first.browser(), realm.name(), cat));
    }
    tabs.add(site.login(cat));

    for (Login tab : tabs) {
      assertThat(tab.page().text()).contains(Says.RESEND_WAIT);
      assertThat(tab.act("resend").text()).contains(Says.RESEND_WAIT);
    }
    assertThat(site.messagesTo(cat)).isEqualTo(1);
    assertThat(first.answer(site.newestCode(cat)).code()).isPresent();
  }

  @Test
  @AbuseCase("A13")
  @DisplayName("A13 at most 5 messages in 10 minutes and 10 in 24 hours; the page says until when")
  void longWindowsHold() {
    Person dan = site.person("flood-dan");
    Login login = site.login(dan);
    send(login, dan, 5);
    books.ageMessages(dan, COOL_DOWN);
    assertThat(login.act("resend").text()).contains(Says.SEND_LIMIT);
    assertThat(site.messagesTo(dan)).isEqualTo(5);

    books.ageMessages(dan, Duration.ofMinutes(10));
    send(login, dan, 10);
    books.ageMessages(dan, Duration.ofMinutes(10));
    assertThat(login.act("resend").text()).contains(Says.SEND_LIMIT);
    assertThat(site.messagesTo(dan)).isEqualTo(10);

    books.ageMessages(dan, Duration.ofHours(24));
    send(login, dan, 11);
  }

  @Test
  @AbuseCase("A13")
  @DisplayName("A13 the budget of a number holds over all accounts that name it")
  void numberHasOneBudget() {
    Person eve = site.person("flood-eve");
    site.login(eve);
    site.newestCode(eve);
    String twin =
        site.user(
            "flood-twin",
            "flood-twin@example.test",
            List.of(Credentials.password(), Credentials.phone(eve.phone())));

    Login other = site.login(new Person(twin, "flood-twin", eve.phone()));

    assertThat(other.page().text()).contains(Says.RESEND_WAIT);
    assertThat(site.messagesTo(eve)).isEqualTo(1);
  }

  @Test
  @AbuseCase("A14")
  @DisplayName("A14 reload, back and another language send nothing, and the code stays valid")
  void lookingSendsNothing() {
    Person fay = site.person("look-fay");
    Login login = site.login(fay);
    String code = site.newestCode(fay);
    // Long enough ago that a second message would be sent if anything asked for one.
    books.ageMessages(fay, COOL_DOWN);

    for (String language : List.of("de", "nl", "en")) {
      String option = "select option[value*=kc_locale=" + language + "]";
      Page page = login.browser().get(login.page().document().selectFirst(option).absUrl("value"));
      assertThat(page.document().selectFirst("html").attr("lang")).startsWith(language);
      assertThat(page.has("input[name=code]")).isTrue();
      login.show(page);
    }
    assertThat(login.show(login.browser().get(login.page().uri().toString())))
        .matches(page -> page.has("input[name=code]"));
    login.show(login.browser().get(login.page().action().toString()));

    assertThat(site.messagesTo(fay)).isEqualTo(1);
    assertThat(books.messages(fay)).isEqualTo(1);
    assertThat(login.answer(code).code()).isPresent();
  }

  @Test
  @AbuseCase("A14")
  @DisplayName("A14 back to the password page and on again sends nothing within the wait")
  void backButtonSendsNothing() {
    Person gil = site.person("look-gil");
    var browser = site.browsers().get();
    Page form = browser.open(realm.name(), TestEnvironment.CLIENT);
    Map<String, String> answer = Map.of("username", gil.name(), "password", Person.PASSWORD);
    Login login = new Login(browser, browser.submit(form, answer));
    String code = site.newestCode(gil);

    Login back = new Login(browser, browser.submit(form, answer));
    assertThat(back.resume().has("input[name=code]")).isTrue();

    assertThat(site.messagesTo(gil)).isEqualTo(1);
    assertThat(back.answer(code).code()).isPresent();
  }

  private void send(Login login, Person person, int untilThisMany) {
    while (books.messages(person) < untilThisMany) {
      books.ageMessages(person, COOL_DOWN);
      int before = site.messagesTo(person);
      assertThat(login.act("resend").text()).doesNotContain(Says.SEND_LIMIT);
      site.newestCode(person, before + 1);
      if (before + 1 >= untilThisMany) {
        return;
      }
    }
  }

  private void resendTogether(Login login, int times) {
    login
        .browser()
        .submitTogether(
            login.page(), Collections.nCopies(times, Map.of("twostepAction", "resend")));
  }
}
