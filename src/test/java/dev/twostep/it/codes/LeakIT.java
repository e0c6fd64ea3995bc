package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Exchange;
import dev.twostep.fixture.login.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a browser is told in a login: never the code, and of the number only its end. */
@WithKeycloak
class LeakIT {

  private static final Pattern TOKEN_PART = Pattern.compile("[A-Za-z0-9_-]{16,}");

  private final TestEnvironment environment;
  private final RealmApi realm;
  private final Site site;

  LeakIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
    this.site =
        new Site(realm, environment::newDriver, environment.gateway(), environment.database());
  }

  @BeforeAll
  static void requireCodes(TestEnvironment environment, RealmApi realm) {
    Site.of(environment, realm, "sms,email");
  }

  @Test
  @AbuseCase({"A28", "A30"})
  @DisplayName("A28 A30 no answer of a login holds the code or the full number, not even encoded")
  void noAnswerHoldsTheCode() {
    Person ann = site.person("leak-ann");
    Login login = site.login(ann);
    String code = site.newestCode(ann);
    login.answer(Site.wrong(code));
    login.act("resend");
    site.books().endBackOff(ann);
    String delivery = login.page().document().select("[data-url]").attr("data-url");
    assertThat(login.browser().get(delivery).body()).contains("sent");
    String granted = login.answer(code).code().orElseThrow();
    String tokens =
        login.browser().tokens(realm.name(), TestEnvironment.CLIENT, granted).toString();

    assertThat(tokens).contains("access_token");
    assertNone(login.browser().exchanges(), digits(code), ann.phone().substring(1));
    assertNone(login.browser().exchanges(), digits(code), "0" + ann.phone().substring(3));
  }

  @Test
  @AbuseCase("A28")
  @DisplayName("A28 neither does an answer of a login by e-mail, and no row of the database")
  void noRowHoldsTheCode() {
    Person bob = site.person("leak-bob");
    Login login = site.login(bob);
    String smsCode = site.newestCode(bob);
    login.switchTo("email");
    String text = environment.mail().awaitMail(bob.email(), Site.PATIENCE).text();
    String code = dev.twostep.fixture.gateway.SmsGatewayDouble.codeIn(text);

    assertThat(environment.database().dump().lines().filter(line -> line.startsWith("twostep")))
        .isNotEmpty()
        .noneMatch(line -> digits(code).matcher(line).find())
        .noneMatch(line -> digits(smsCode).matcher(line).find());
    assertThat(login.answer(code).code()).isPresent();
    assertNone(login.browser().exchanges(), digits(code), "nothing-else");
  }

  @Test
  @AbuseCase("A30")
  @DisplayName("A30 before the password no page hints at a number; after it, its last two digits")
  void hintComesAfterThePassword() {
    Person cat = site.person("leak-cat");
    String hint = "•••• " + cat.phone().substring(cat.phone().length() - 2);
    var browser = site.browsers().get();
    Page form = browser.open(realm.name(), TestEnvironment.CLIENT);
    Page wrong =
        browser.submit(form, Map.of("username", cat.name(), "password", "not the password"));

    assertThat(form.body()).doesNotContain("••••");
    assertThat(wrong.body()).doesNotContain("••••");
    assertThat(site.messagesTo(cat)).isZero();

    Page asked = browser.submit(wrong, Map.of("username", cat.name(), "password", Person.PASSWORD));
    assertThat(asked.text()).contains(hint);
    assertThat(asked.body())
        .doesNotContain(cat.phone())
        .doesNotContain(cat.phone().substring(cat.phone().length() - 4));
  }

  private static void assertNone(List<Exchange> exchanges, Pattern code, String number) {
    assertThat(exchanges).hasSizeGreaterThan(3);
    for (Exchange exchange : exchanges) {
      String answer = exchange.answer() + "\n" + decoded(exchange.answer());
      assertThat(code.matcher(answer).find()).as("the code in %s", answer).isFalse();
      assertThat(answer).doesNotContain(number);
    }
  }

  /** Whatever is base64 in it, read: parts of tokens and of signed cookies. */
  private static String decoded(String answer) {
    StringBuilder readable = new StringBuilder();
    TOKEN_PART
        .matcher(answer)
        .results()
        .map(part -> part.group().substring(0, part.group().length() / 4 * 4))
        .map(part -> Base64.getUrlDecoder().decode(part))
        .forEach(bytes -> readable.append(new String(bytes, StandardCharsets.ISO_8859_1)));
    return readable.toString();
  }

  private static Pattern digits(String code) {
    return Pattern.compile("(?<![0-9])" + code + "(?![0-9])");
  }
}
