package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever is typed into the field for a code is one answer, in one spelling. */
@WithKeycloak
class TypingIT {

  private final TestEnvironment environment;
  private final Site site;
  private final Books books;

  TypingIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.site =
        new Site(realm, environment::newDriver, environment.gateway(), environment.database());
    this.books = site.books();
  }

  @BeforeAll
  static void requireCodes(TestEnvironment environment, RealmApi realm) {
    Site.of(environment, realm, "sms");
  }

  @Test
  @AbuseCase("A22")
  @DisplayName("A22 spellings of a wrong code share one budget: five of them kill the code")
  void spellingsOfAWrongCodeShareTheBudget() {
    Person ann = site.person("type-ann");
    Login login = site.login(ann);
    String code = site.newestCode(ann);

    for (String spelling : spellings(Site.wrong(code))) {
      books.endBackOff(ann);
      assertThat(login.answer(spelling).text()).contains(Says.WRONG);
    }
    books.endBackOff(ann);
    assertThat(login.answer(code).text()).contains(Says.DEAD);
    assertThat(books.wrongAnswers(ann)).isEqualTo(5);
  }

  @Test
  @AbuseCase("A22")
  @DisplayName("A22 spellings of a spent code are spent, too")
  void spellingsOfASpentCodeAreSpent() {
    Person bob = site.person("type-bob");
    Login login = site.login(bob);
    String code = site.newestCode(bob);
    Page page = login.page();
    assertThat(login.answer(code).code()).isPresent();
    books.forgetMessages(bob);

    for (String spelling : spellings(code)) {
      assertThat(login.browser().submit(page, Login.fields(spelling)).code()).isEmpty();
    }
  }

  @Test
  @AbuseCase("A22")
  @DisplayName("A22 the right code is taken as people write it")
  void rightCodeWithBlanksIsTaken() {
    Person cat = site.person("type-cat");
    Login login = site.login(cat);
    String code = site.newestCode(cat);

    String written = " " + code.substring(0, 3) + "\u00a0" + code.substring(3) + "\u200b ";
    assertThat(login.answer(written).code()).isPresent();
  }

  @Test
  @AbuseCase("A23")
  @DisplayName("A23 full-width and Arabic digits are the same code, right or wrong, never another")
  void foreignDigitsAreFolded() {
    Person dan = site.person("type-dan");
    Login login = site.login(dan);
    String code = site.newestCode(dan);

    assertThat(login.answer(shifted(Site.wrong(code), '０')).text()).contains(Says.WRONG);
    books.endBackOff(dan);
    assertThat(login.answer(shifted(Site.wrong(code), '٠')).text()).contains(Says.WRONG);
    assertThat(books.wrongAnswers(dan)).isEqualTo(2);
    books.endBackOff(dan);
    assertThat(login.answer(shifted(code, '０')).code()).isPresent();
  }

  @Test
  @AbuseCase("A24")
  @DisplayName(
      "A24 10 kB, NUL, emoji, -1, null, 1e6: the ordinary page, one count, nothing in the log")
  void oddValuesAreOrdinaryWrongAnswers() {
    List<String> values =
        List.of(
            "canary-long-" + "7".repeat(10_000),
            "canary-nul-\u0000\u0000",
            "canary-emoji-\ud83d\ude00\ud83d\udd11",
            "-1",
            "null",
            "1e6",
            "canary-line-\r\nSet-Cookie: a=b",
            "canary-html-<script>alert(1)</script>",
            "canary-expression-${7*7}#{7*7}{{7*7}}");
    int before = environment.log().length();
    int number = 0;
    for (String value : values) {
      Person eve = site.person("odd-eve-" + ++number);
      Login login = site.login(eve);
      site.newestCode(eve);

      Page page = login.answer(value);

      assertThat(page.status()).isEqualTo(200);
      assertThat(page.text()).contains(Says.WRONG).doesNotContain("canary");
      assertThat(page.has("input[name=code]")).isTrue();
      assertThat(books.wrongAnswers(eve)).isEqualTo(1);
    }
    assertThat(environment.log().substring(before)).doesNotContain("canary", "\tat ", "Exception");
  }

  @Test
  @AbuseCase("A24")
  @DisplayName("A24 1 MB and doubled or missing fields end in no login and no stack trace")
  void hugeAndOddFormsAreRefused() {
    Person fay = site.person("odd-fay");
    Login login = site.login(fay);
    String code = site.newestCode(fay);
    int before = environment.log().length();

    Page huge = login.browser().submit(login.page(), Login.fields("8".repeat(1_000_000)));
    assertThat(huge.isCallback()).isFalse();
    assertThat(huge.status()).as("1 MB: %s", huge.text()).isLessThan(500);
    for (String form : List.of("code[]=1&twostepAction=verify", "", "code")) {
      Page page = login.browser().postRaw(login.page().action(), form);
      assertThat(page.isCallback()).isFalse();
      assertThat(page.status()).as("%s: %s", form, page.text()).isLessThan(500);
    }
    assertThat(environment.log().substring(before)).doesNotContain("\tat ", "88888888");
    assertThat(books.wrongAnswers(fay)).isLessThanOrEqualTo(1);

    books.endBackOff(fay);
    String twice = "code=" + Site.wrong(code) + "&code=" + code + "&twostepAction=verify";
    assertThat(login.browser().postRaw(login.resume().action(), twice).text()).contains(Says.WRONG);
  }

  @Test
  @AbuseCase("A24")
  @DisplayName("A24 an empty answer is asked for again and is no try")
  void emptyAnswerIsNoTry() {
    Person gil = site.person("odd-gil");
    Login login = site.login(gil);
    String code = site.newestCode(gil);

    for (String nothing : List.of("", "   ", "\u200b", "--")) {
      assertThat(login.answer(nothing).text()).contains(Says.MISSING);
    }
    assertThat(books.wrongAnswers(gil)).isZero();
    assertThat(login.answer(code).code()).isPresent();
  }

  private static List<String> spellings(String code) {
    String left = code.substring(0, 3);
    String right = code.substring(3);
    return List.of(
        code, left + " " + right, code + " ", left + "-" + right, left + "\u200b" + right);
  }

  private static String shifted(String digits, int zero) {
    return digits
        .chars()
        .mapToObj(digit -> Character.toString(zero + digit - '0'))
        .collect(Collectors.joining());
  }
}
