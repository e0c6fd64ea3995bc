package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A code opens one login, once, and only the login that it was sent for. */
@WithKeycloak
class SpendingIT {

  private final RealmApi realm;
  private final Site site;
  private final Books books;

  SpendingIT(TestEnvironment environment, RealmApi realm) {
    this.realm = realm;
    this.site =
        new Site(realm, environment::newDriver, environment.gateway(), environment.database());
    this.books = site.books();
  }

  @BeforeAll
  static void requireCodes(TestEnvironment environment, RealmApi realm) {
    Site.of(environment, realm, "sms");
  }

  @Test
  @AbuseCase("A06")
  @DisplayName("A06 the right code posted 16 times at once gives one login, one event, one session")
  void rightCodeIsSpentOnce() {
    Person ann = site.person("spend-ann");
    Login login = site.login(ann);

    List<Page> pages = login.answerTogether(site.newestCode(ann), 16);

    assertThat(pages.stream().flatMap(page -> page.code().stream()).distinct()).hasSize(1);
    assertThat(pages).filteredOn(page -> page.code().isPresent()).hasSize(1);
    assertThat(loginsOf(ann)).isEqualTo(1);
    assertThat(realm.get("users/" + ann.id() + "/sessions").json()).hasSize(1);
    assertThat(books.wrongAnswers(ann)).isZero();
  }

  @Test
  @AbuseCase("A08")
  @DisplayName("A08 a spent code is refused in a later login inside its lifetime, and counted")
  void spentCodeOpensNoLaterLogin() {
    Person bob = site.person("spend-bob");
    Login first = site.login(bob);
    String code = site.newestCode(bob);
    assertThat(first.answer(code).code()).isPresent();

    books.forgetMessages(bob);
    Login later = site.login(bob);
    assertThat(site.newestCode(bob, 2)).isNotEqualTo(code);
    assertThat(later.answer(code).text()).contains(Says.WRONG);
    assertThat(books.wrongAnswers(bob)).isEqualTo(1);
  }

  @Test
  @AbuseCase("A08")
  @DisplayName("A08 a spent code is refused in a later login that is not sent a code yet")
  void spentCodeOpensNoLoginWithoutCode() {
    Person bea = site.person("spend-bea");
    String code = "";
    Login first = site.login(bea);
    code = site.newestCode(bea);
    assertThat(first.answer(code).code()).isPresent();

    Login later = site.login(bea);
    assertThat(later.page().text()).contains(Says.RESEND_WAIT);
    assertThat(later.answer(code).text()).contains(Says.EXPIRED);
  }

  @Test
  @AbuseCase("A09")
  @DisplayName("A09 a code of one browser is refused in another browser of the same user, counted")
  void codeBelongsToOneLogin() {
    Person cat = site.person("spend-cat");
    Login mine = site.login(cat);
    String code = site.newestCode(cat);
    books.forgetMessages(cat);
    Login other = site.login(cat);
    String otherCode = site.newestCode(cat, 2);

    assertThat(other.answer(code).text()).contains(Says.WRONG);
    assertThat(books.wrongAnswers(cat)).isEqualTo(1);
    books.endBackOff(cat);
    assertThat(mine.answer(otherCode).text()).contains(Says.WRONG);
    books.endBackOff(cat);
    assertThat(mine.answer(code).code()).isPresent();
  }

  @Test
  @AbuseCase("A09")
  @DisplayName("A09 a code of one tab is refused in another tab of the same browser")
  void codeBelongsToOneTab() {
    Person dan = site.person("spend-dan");
    Login tab = site.login(dan);
    String code = site.newestCode(dan);
    books.forgetMessages(dan);
    Login otherTab = Login.of(tab.browser(), realm.name(), dan);
    site.newestCode(dan, 2);

    assertThat(otherTab.answer(code).text()).contains(Says.WRONG);
    assertThat(books.wrongAnswers(dan)).isEqualTo(1);
  }

  @Test
  @AbuseCase("A11")
  @DisplayName("A11 a resend repeats the code of the running challenge: both messages open it")
  void resendRepeatsTheRunningCode() {
    Person eli = site.person("spend-eli");
    Login login = site.login(eli);
    String first = site.newestCode(eli);
    books.forgetMessages(eli);
    login.act("resend");

    assertThat(site.newestCode(eli, 2)).isEqualTo(first);
    assertThat(site.gateway().inbox(eli.phone()).get(1))
        .isEqualTo(site.gateway().inbox(eli.phone()).get(0));
    assertThat(login.answer(first).code()).isPresent();
  }

  @Test
  @AbuseCase("A11")
  @DisplayName("A11 a resend does not lengthen the life of a code")
  void resendDoesNotLengthenLife() {
    Person fay = site.person("spend-fay");
    Login login = site.login(fay);
    String code = site.newestCode(fay);
    books.ageChallenges(fay, Duration.ofSeconds(290));
    books.forgetMessages(fay);
    login.act("resend");
    assertThat(site.newestCode(fay, 2)).isEqualTo(code);
    books.ageChallenges(fay, Duration.ofSeconds(11));

    assertThat(login.answer(code).text()).contains(Says.EXPIRED);
  }

  @Test
  @AbuseCase("A11")
  @DisplayName("A11 the old code of an expired challenge is refused once a new one runs")
  void oldCodeOfExpiredChallengeIsRefused() {
    Person gil = site.person("spend-gil");
    Login login = site.login(gil);
    String old = site.newestCode(gil);
    books.ageChallenges(gil, Duration.ofMinutes(5));
    assertThat(login.answer(old).text()).contains(Says.EXPIRED);
    assertThat(books.wrongAnswers(gil)).isZero();

    books.forgetMessages(gil);
    login.act("resend");
    String fresh = site.newestCode(gil, 2);
    assertThat(fresh).isNotEqualTo(old);
    assertThat(login.answer(old).text()).contains(Says.WRONG);
    books.endBackOff(gil);
    assertThat(login.answer(fresh).code()).isPresent();
  }

  private long loginsOf(Person person) {
    Eventually.holds("the login event", Site.PATIENCE, () -> countLogins(person) > 0);
    return countLogins(person);
  }

  private long countLogins(Person person) {
    return StreamSupport.stream(realm.eventsOf(person.id()).spliterator(), false)
        .filter(event -> event.path("type").asText().equals("LOGIN"))
        .count();
  }
}
