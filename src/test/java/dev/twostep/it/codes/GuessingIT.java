package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Somebody knows a password and guesses codes: one code and one account bear only so many. */
@WithKeycloak
class GuessingIT {

  private static final int MOST_PER_CODE = 5;
  private static final int MOST_PER_DAY = 30;

  private final Site site;
  private final Books books;

  GuessingIT(TestEnvironment environment, RealmApi realm) {
    this.site =
        new Site(realm, environment::newDriver, environment.gateway(), environment.database());
    this.books = site.books();
  }

  @BeforeAll
  static void requireCodes(TestEnvironment environment, RealmApi realm) {
    Site.of(environment, realm, "sms,email,totp");
  }

  @Test
  @AbuseCase("A01")
  @DisplayName("A01 the right code as the sixth try is refused, and a new one must be asked for")
  void codeDiesOfFiveWrongAnswers() {
    Person ann = site.person("grind-ann");
    Login login = site.login(ann);
    String code = site.newestCode(ann);

    for (int n = 0; n < MOST_PER_CODE; n++) {
      assertThat(guess(login, ann, Site.wrong(code)).text()).contains(Says.WRONG);
    }
    books.endBackOff(ann);
    assertThat(login.answer(code).text()).contains(Says.DEAD);
    assertThat(books.wrongAnswers(ann)).isEqualTo(MOST_PER_CODE);

    books.forgetMessages(ann);
    login.act("resend");
    String fresh = site.newestCode(ann, 2);
    assertThat(fresh).isNotEqualTo(code);
    assertThat(login.answer(fresh).code()).isPresent();
  }

  @Test
  @AbuseCase("A01")
  @DisplayName("A01 an answer that comes too soon after a wrong one is not evaluated, right or not")
  void answersTooSoonAreNotEvaluated() {
    Person bob = site.person("grind-bob");
    Login login = site.login(bob);
    String code = site.newestCode(bob);
    for (int n = 0; n < 4; n++) {
      guess(login, bob, Site.wrong(code));
    }

    assertThat(login.answer(code).text()).contains(Says.TOO_EARLY);
    assertThat(login.answer(Site.wrong(code)).text()).contains(Says.TOO_EARLY);
    assertThat(books.wrongAnswers(bob)).isEqualTo(4);
  }

  @Test
  @AbuseCase({"A02", "A03"})
  @DisplayName(
      "A02 A03 guesses over many sessions and addresses share one budget of 30 in 24 hours")
  void sessionsAndAddressesShareOneBudget() {
    Person eve = site.person("spread-eve");
    int sent = 0;
    for (int session = 0; session < MOST_PER_DAY / MOST_PER_CODE; session++) {
      Login login = site.login(eve);
      String code = site.newestCode(eve, ++sent);
      for (int n = 0; n < MOST_PER_CODE; n++) {
        login.browser().header("X-Forwarded-For", "203.0." + session + "." + n);
        login.browser().header("Forwarded", "for=203.0." + session + "." + n);
        guess(login, eve, Site.wrong(code));
      }
      books.forgetMessages(eve);
    }
    assertThat(books.wrongAnswers(eve)).isEqualTo(MOST_PER_DAY);

    Login last = site.login(eve);
    String code = site.newestCode(eve, ++sent);
    books.endBackOff(eve);
    assertThat(last.answer(Site.wrong(code)).text()).contains(Says.BUDGET_SPENT);
    assertThat(last.answer(code).text()).contains(Says.BUDGET_SPENT);
    assertThat(last.page().isCallback()).isFalse();
    assertThat(books.wrongAnswers(eve)).isEqualTo(MOST_PER_DAY);
  }

  @Test
  @AbuseCase("A02")
  @DisplayName("A02 the budget opens again a day later, but 100 wrong answers close it for 30 days")
  void monthlyBudgetOutlivesTheDay() {
    Person mia = site.person("spread-mia");
    Login login = site.login(mia);
    String code = site.newestCode(mia);

    books.wrongAnswers(mia, 100);
    books.ageWrongAnswers(mia, Duration.ofDays(2));
    assertThat(login.answer(code).text()).contains(Says.BUDGET_SPENT);

    books.wrongAnswers(mia, MOST_PER_DAY);
    books.ageWrongAnswers(mia, Duration.ofDays(1));
    assertThat(login.answer(code).code()).isPresent();
  }

  @Test
  @AbuseCase("A04")
  @DisplayName("A04 of 50 wrong answers at once at most five are evaluated, and each is counted")
  void parallelAnswersAreCountedOneByOne() {
    Person rob = site.person("race-rob");
    Login login = site.login(rob);
    String code = site.newestCode(rob);

    int evaluated = 0;
    // Round after round without back-off, so that only the count itself can stop the guesses.
    for (int round = 0; round < 7; round++) {
      books.endBackOff(rob);
      evaluated += evaluated(login.answerTogether(Site.wrong(code), 50));
      login.resume();
      assertThat(books.wrongAnswers(rob)).isEqualTo(evaluated).isLessThanOrEqualTo(MOST_PER_CODE);
    }
    books.endBackOff(rob);

    assertThat(evaluated).isEqualTo(MOST_PER_CODE);
    assertThat(login.answer(code).text()).contains(Says.DEAD);
  }

  @Test
  @AbuseCase("A12")
  @DisplayName("A12 five wrong answers and a resend, again and again, end at 30 in 24 hours")
  void resendingGivesNoNewTries() {
    Person pat = site.person("reset-pat");
    Login login = site.login(pat);
    for (int sent = 1; books.wrongAnswers(pat) < MOST_PER_DAY && sent < 20; sent++) {
      String code = site.newestCode(pat, sent);
      for (int n = 0; n < MOST_PER_CODE; n++) {
        guess(login, pat, Site.wrong(code));
      }
      books.forgetMessages(pat);
      login.act("resend");
    }
    int sent = site.gateway().inbox(pat.phone()).size();
    books.endBackOff(pat);

    assertThat(login.answer(site.newestCode(pat, sent)).text()).contains(Says.BUDGET_SPENT);
    assertThat(sent).isLessThanOrEqualTo(MOST_PER_DAY / MOST_PER_CODE + 1);
    assertThat(books.wrongAnswers(pat)).isEqualTo(MOST_PER_DAY);
  }

  @Test
  @AbuseCase("A43")
  @DisplayName("A43 the owner's own logins between the guesses give nothing back")
  void successesGiveNothingBack() {
    Person ida = site.person("mixed-ida");
    books.wrongAnswers(ida, MOST_PER_DAY - 2);
    for (int sent = 1; sent <= 2; sent++) {
      Login guesser = site.login(ida);
      guess(guesser, ida, Site.wrong(site.newestCode(ida, 2 * sent - 1)));
      books.endBackOff(ida);
      books.forgetMessages(ida);
      Login owner = site.login(ida);
      String code = site.newestCode(ida, 2 * sent);
      if (sent == 1) {
        assertThat(owner.answer(code).code()).isPresent();
      } else {
        assertThat(owner.answer(code).text()).contains(Says.BUDGET_SPENT);
      }
      books.forgetMessages(ida);
    }
    assertThat(books.wrongAnswers(ida)).isEqualTo(MOST_PER_DAY);
  }

  private Page guess(Login login, Person person, String code) {
    books.endBackOff(person);
    return login.answer(code);
  }

  private static int evaluated(List<Page> pages) {
    return (int) pages.stream().filter(page -> page.text().contains(Says.WRONG)).count();
  }
}
