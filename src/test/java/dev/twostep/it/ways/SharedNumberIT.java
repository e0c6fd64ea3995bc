package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import dev.twostep.fixture.mail.Mail;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Carriers hand numbers out again: a number says nothing about who somebody is. */
@WithKeycloak
class SharedNumberIT {

  private static News news;

  @BeforeAll
  static void setUp(TestEnvironment environment, RealmApi realm) {
    news = News.in(environment, realm);
  }

  @Test
  @AbuseCase("C31")
  @DisplayName("C31: a number that another account has is allowed, and its owner is told by mail")
  void ownerIsTold(TestEnvironment environment, RealmApi realm) {
    String number = "+4915100310001";
    news.required(NewUser.named("c31-first"), "sms");
    news.required(NewUser.named("c31-second"), "sms");
    Visitor first = Visitor.to(environment, realm);
    assertThat(Stage.of(news.bindPhone(first, first.login("c31-first"), number)))
        .isEqualTo(Stage.IN);
    environment.database().sql("update TWOSTEP_CONTACT set MESSAGES_SENT = ''");

    Visitor second = Visitor.to(environment, realm);
    Page in = news.bindPhone(second, second.login("c31-second"), number);

    assertThat(Stage.of(in)).as(in.text()).isEqualTo(Stage.IN);
    String told =
        Eventually.get(
            "the mail to the earlier owner",
            Duration.ofSeconds(30),
            () ->
                news.mails("c31-first").stream()
                    .map(Mail::text)
                    .filter(text -> text.contains("Another account set up your phone number"))
                    .findFirst());
    assertThat(told).doesNotContain("c31-second", "0310001");
    assertThat(news.smsNews(number)).isEmpty();
  }

  @Test
  @AbuseCase("C31")
  @DisplayName("C31: a number on five accounts is refused on a sixth, and nothing is sent to it")
  void sixthAccountIsRefused(TestEnvironment environment, RealmApi realm) {
    String number = "+4915100310002";
    String id = news.required(NewUser.named("c31-five"), "sms");
    news.required(NewUser.named("c31-six"), "sms");
    Visitor five = Visitor.to(environment, realm);
    assertThat(Stage.of(news.bindPhone(five, five.login("c31-five"), number))).isEqualTo(Stage.IN);
    environment
        .database()
        .sql(
            "insert into TWOSTEP_NUMBER (USER_ID, REALM_ID, DIGEST) select USER_ID || '-' || copy,"
                + " REALM_ID, DIGEST from TWOSTEP_NUMBER, generate_series(1, 4) copy"
                + " where USER_ID = ?",
            id);
    int sent = environment.gateway().requestsFor(number).size();

    Visitor six = Visitor.to(environment, realm);
    Map<String, String> fields = Map.of("country", "DE", "number", number, "twostepAction", "send");
    Page refused = six.press(six.login("c31-six"), fields);

    assertThat(Stage.of(refused)).isEqualTo(Stage.ENROL);
    assertThat(refused.text()).contains("too many accounts");
    assertThat(environment.gateway().requestsFor(number)).hasSize(sent);
  }
}
