package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.Misbehaviour;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import dev.twostep.fixture.mail.Mail;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever changes a factor, the owner hears of it where the change does not reach. */
@WithKeycloak
class NoticesIT {

  private static News news;

  @BeforeAll
  static void setUp(TestEnvironment environment, RealmApi realm) {
    news = News.in(environment, realm);
  }

  @Test
  @AbuseCase({"C27", "J13"})
  @DisplayName("C27, J13: a new phone is told by mail, in the user's language, and masked")
  void tellsOfNewPhone(TestEnvironment environment, RealmApi realm) {
    String number = "+4915100270001";
    news.required(NewUser.named("c27-new").attribute("locale", "de"), "sms,totp");
    Visitor visitor = Visitor.to(environment, realm);

    Page in = news.bindPhone(visitor, visitor.login("c27-new"), number);

    assertThat(Stage.of(in)).as(in.text()).isEqualTo(Stage.IN);
    Mail mail = news.mail("c27-new");
    assertThat(mail.text())
        .contains("Ihrem Konto wurde eine Telefonnummer hinzugefügt.", "•••• 01", "UTC")
        .doesNotContain("0270001", "127.0.0.1\n");
    assertThat(Jsoup.parse(mail.html()).select("a").eachAttr("href"))
        .containsExactly(News.linkIn(mail.text()));
    assertThat(Jsoup.parse(mail.html()).select("img, form")).isEmpty();
    assertThat(news.smsNews(number)).as("the new number itself").isEmpty();
  }

  @Test
  @AbuseCase({"C27", "J13"})
  @DisplayName("C27, J13: a replaced number is told by SMS in one segment, the new one is not")
  void tellsTheOldNumber(TestEnvironment environment, RealmApi realm) {
    String old = "+4915100270002";
    String next = "+4915100270003";
    news.required(NewUser.named("c27-old").withPhone(old).withApp(), "totp,sms");
    Visitor visitor = Visitor.to(environment, realm);
    assertThat(Stage.of(loginByApp(visitor, "c27-old"))).isEqualTo(Stage.IN);

    news.bindPhone(visitor, action(visitor, "twostep-enrol-phone"), next);

    assertThat(news.sms(old)).contains("phone number", "replaced").doesNotContain("0270003");
    assertThat(news.mail("c27-old").text()).contains("•••• 03");
    assertThat(news.smsNews(next)).isEmpty();
  }

  @Test
  @AbuseCase("C27")
  @DisplayName("C27: a factor removed on Keycloak's own page is told by every other channel")
  void tellsOfRemovalByKeycloak(TestEnvironment environment, RealmApi realm) {
    String number = "+4915100270004";
    String user = news.required(NewUser.named("c27-gone").withPhone(number).withApp(), "totp,sms");
    Visitor visitor = Visitor.to(environment, realm);
    assertThat(Stage.of(loginByApp(visitor, "c27-gone"))).isEqualTo(Stage.IN);

    Page confirm = action(visitor, "delete_credential:" + news.credential(user, "otp"));
    Page back = visitor.browser().submit(confirm, Map.of("accept", "true"));

    assertThat(back.isCallback()).as(back.text()).isTrue();
    assertThat(news.sms(number)).contains("authenticator app was removed");
    assertThat(news.mail("c27-gone").text()).contains("authenticator app was removed");
    assertThat(news.mails("c27-gone")).hasSize(1);
  }

  @Test
  @AbuseCase("C27")
  @DisplayName("C27: an administrator's removal is told as well, to the removed number, too")
  void tellsOfRemovalByAdministrator(RealmApi realm) {
    String number = "+4915100270005";
    String user =
        realm.createUser(NewUser.named("c27-admin").withPhone(number).attribute("locale", "nl"));

    realm.delete("users/" + user + "/credentials/" + news.credential(user, "twostep-phone"));

    assertThat(news.mail("c27-admin").text())
        .contains("telefoonnummer uit uw account verwijderd", "•••• 05");
    assertThat(news.sms(number)).contains("telefoonnummer");
  }

  @Test
  @AbuseCase("C27")
  @DisplayName("C27: a gateway that is down at that moment gets the notice a minute later")
  void triesAgain(TestEnvironment environment, RealmApi realm) {
    String number = "+4915100270006";
    String user = realm.createUser(NewUser.named("c27-down").withPhone(number).withApp());
    environment.gateway().behaveFor(number, Misbehaviour.of(Misbehaviour.Kind.SERVER_ERROR));
    realm.delete("users/" + user + "/credentials/" + news.credential(user, "otp")).orFail();
    Eventually.holds(
        "the first try", News.PATIENCE, () -> !environment.gateway().requestsFor(number).isEmpty());
    environment.gateway().forget(number);

    environment.database().sql("update TWOSTEP_NOTICE set TOUCHED_AT = TOUCHED_AT - 70000");

    String text =
        Eventually.get(
            "the next round",
            Duration.ofSeconds(90),
            () -> news.smsNews(number).stream().findFirst());
    assertThat(text).contains("authenticator app was removed");
  }

  @Test
  @DisplayName("a realm that cannot send mail still lets its users change their factors")
  void changeStands(TestEnvironment environment, RealmApi realm) {
    RealmApi mute = environment.newRealm("mute");
    mute.update(Map.of("smtpServer", Map.of()));
    News there = News.in(environment, mute);
    there.required(NewUser.named("mute"), "sms");
    Visitor visitor = Visitor.to(environment, mute);

    Page in = there.bindPhone(visitor, visitor.login("mute"), "+4915100270007");

    assertThat(Stage.of(in)).isEqualTo(Stage.IN);
    Eventually.holds(
        "a line in the log",
        News.PATIENCE,
        () ->
            environment
                .log()
                .contains("could not be sent by email: rejected: the realm has no SMTP"));
  }

  private static Page loginByApp(Visitor visitor, String username) {
    Page asked = visitor.login(username);
    if (!asked.text().contains("authenticator app")) {
      asked = visitor.press(visitor.action(asked, "another"), Map.of("twostepFactor", "totp"));
    }
    return visitor.app(asked, username);
  }

  private static Page action(Visitor visitor, String action) {
    return visitor.open(TestEnvironment.CLIENT, Map.of("kc_action", action));
  }
}
