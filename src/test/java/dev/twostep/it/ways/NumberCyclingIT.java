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
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever sets phone numbers up for somebody else's profit tries many of them. */
@WithKeycloak
class NumberCyclingIT {

  private static News news;

  @BeforeAll
  static void setUp(TestEnvironment environment, RealmApi realm) {
    news = News.in(environment, realm);
  }

  @Test
  @AbuseCase("A18")
  @DisplayName("A18: of 20 numbers in a day three get a code, however they are spelled")
  void twentyNumbers(TestEnvironment environment, RealmApi realm) {
    news.required(NewUser.named("a18-cycler"), "sms");
    Visitor visitor = Visitor.to(environment, realm);
    Page page = visitor.login("a18-cycler");
    int reached = 0;
    for (int n = 0; n < 20; n++) {
      String number = String.format(Locale.ROOT, "+49151001800%02d", n);
      page = send(visitor, page, number);
      reached += Stage.of(page) == Stage.ASKED ? 1 : 0;
      page = Stage.of(page) == Stage.ASKED ? visitor.action(page, "change") : page;
      environment.database().sql("update TWOSTEP_ACCOUNT set MESSAGES_SENT = ''");
    }

    assertThat(reached).isEqualTo(3);
    assertThat(page.text()).contains("You have tried too many numbers today.");
    assertThat(environment.gateway().requestsFor("+4915100180019")).isEmpty();
  }

  @Test
  @AbuseCase("A18")
  @DisplayName("A18: one number in five spellings is one number, with one budget of messages")
  void fiveSpellings(TestEnvironment environment, RealmApi realm) {
    news.required(NewUser.named("a18-speller"), "sms");
    Visitor visitor = Visitor.to(environment, realm);
    Page page = visitor.login("a18-speller");
    for (String spelling :
        List.of(
            "+49 151 00181001",
            "0151/00181001",
            "0049 (151) 00181001",
            "tel:+4915100181001",
            "\u0660151 00181001")) {
      page = send(visitor, page, spelling);
      assertThat(page.text()).as(spelling).doesNotContain("too many numbers");
      page = Stage.of(page) == Stage.ASKED ? visitor.action(page, "change") : page;
      environment.database().sql("update TWOSTEP_ACCOUNT set MESSAGES_SENT = ''");
      environment.database().sql("update TWOSTEP_CONTACT set MESSAGES_SENT = ''");
    }

    List<Map<String, Object>> numbers =
        environment
            .database()
            .sql(
                "select distinct CONTACT_DIGEST from TWOSTEP_CHALLENGE c join USER_ENTITY u"
                    + " on u.ID = c.USER_ID where u.USERNAME = 'a18-speller'");
    assertThat(numbers).hasSize(1);
  }

  @Test
  @AbuseCase({"A18", "A16"})
  @DisplayName(
      "A18: a number whose country is disabled is refused at its field, before any message")
  void disabledCountry(TestEnvironment environment, RealmApi realm) {
    realm.attribute("twostep.sms.countries", "DE,AT");
    news.required(NewUser.named("a18-abroad"), "sms");
    Visitor visitor = Visitor.to(environment, realm);
    Page form = visitor.login("a18-abroad");
    Page refused = send(visitor, form, "+12015550123");

    assertThat(form.document().select("#country option").eachAttr("value"))
        .containsExactlyInAnyOrder("DE", "AT");
    assertThat(refused.text()).contains("Numbers of this country cannot be used here.");
    assertThat(environment.gateway().requestsFor("+12015550123")).isEmpty();
    realm.attribute("twostep.sms.countries", "");
  }

  private static Page send(Visitor visitor, Page page, String number) {
    return visitor.press(page, Map.of("country", "DE", "number", number, "twostepAction", "send"));
  }
}
