package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.Misbehaviour;
import dev.twostep.fixture.gateway.Misbehaviour.Kind;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.mail.MailSink;
import dev.twostep.fixture.mail.RecordingSmtpServer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A gateway that fails is no reason to wait: the same code comes by the next way. */
@WithKeycloak
class SecondGatewayIT {

  private final TestEnvironment environment;

  SecondGatewayIT(TestEnvironment environment) {
    this.environment = environment;
  }

  @Test
  @DisplayName("A gateway that fails, resets, lies, drips or hangs: the second one sends the code")
  void everyFailureIsMadeGood() {
    Site site = site("second-failures", "sms");
    site.realm().attribute("twostep.sms.success", "2xx /status=accepted");
    Map<Person, Login> logins = new LinkedHashMap<>();
    for (Kind kind :
        List.of(Kind.HANG, Kind.SLOW_DRIP, Kind.SERVER_ERROR, Kind.RESET, Kind.CUT_SHORT)) {
      Person person = site.person("second-" + kind.name().toLowerCase(Locale.ROOT));
      site.gateway()
          .behaveFor(
              person.phone(),
              kind == Kind.HANG
                  ? Misbehaviour.hang(Duration.ofSeconds(60))
                  : Misbehaviour.of(kind));
      logins.put(person, site.login(person));
    }

    logins.forEach(
        (person, login) -> {
          String text = environment.backup().awaitSms(person.phone(), Site.PATIENCE);
          assertThat(login.answer(SmsGatewayDouble.codeIn(text)).code())
              .as(person.name())
              .isPresent();
          assertThat(site.messagesTo(person)).isEqualTo(1);
          assertThat(environment.backup().requestsFor(person.phone())).hasSize(1);
        });
  }

  @Test
  @AbuseCase("B17")
  @DisplayName(
      "B17 both gateways deliver after an unknown outcome: one code, counted once, good once")
  void bothDeliver() {
    Site site = site("second-both", "sms");
    Person bob = site.person("second-bob");
    site.gateway().behaveFor(bob.phone(), Misbehaviour.slowAnswer(Duration.ofSeconds(12)));
    Login login = site.login(bob);

    String first = site.newestCode(bob);
    String second =
        SmsGatewayDouble.codeIn(environment.backup().awaitSms(bob.phone(), Site.PATIENCE));

    assertThat(second).isEqualTo(first);
    assertThat(site.books().messages(bob)).isEqualTo(1);
    List<?> answers = login.answerTogether(first, 2);
    assertThat(answers).hasSize(2);
    awaitState(bob, "SENT");
    assertThat(letter(bob)).containsEntry("messages_out", 2).containsEntry("gateway", "backup");
    assertThat(
            environment
                .database()
                .sql("select spent_at from twostep_challenge where user_id = ?", bob.id())
                .get(0)
                .get("spent_at"))
        .isNotNull();
  }

  @Test
  @AbuseCase("B10")
  @DisplayName(
      "B10 after 429 the second gateway is used, and the first left alone: 30, nonsense, 2099")
  void throttled() {
    int round = 0;
    for (String retryAfter : List.of("30", "soon", "Thu, 01 Jan 2099 00:00:00 GMT")) {
      Site site = site("second-throttled-" + round++, "sms");
      for (int user = 0; user < 4; user++) {
        Person cat = site.person("second-cat-" + user);
        site.gateway().behaveFor(cat.phone(), Misbehaviour.tooMany(retryAfter));
        Login login = site.login(cat);
        String text = environment.backup().awaitSms(cat.phone(), Site.PATIENCE);
        assertThat(login.answer(SmsGatewayDouble.codeIn(text)).code()).isPresent();
        assertThat(site.messagesTo(cat)).as(retryAfter).isEqualTo(user == 0 ? 1 : 0);
      }
    }
    assertThat(environment.log()).contains("gateway sms of realm");
  }

  @Test
  @DisplayName("No gateway takes the number: the code comes by e-mail, and proves e-mail only")
  void mailIsNext() {
    Site site = site("second-mail", "sms,email");
    site.realm()
        .attributes(
            Map.of("twostep.sms.success", "2xx /status=accepted", "twostep.fallback", "email"));
    Person dan = site.person("second-dan");
    site.gateway().behaveFor(dan.phone(), Misbehaviour.of(Kind.ERROR_INSIDE));
    Login login = site.login(dan);

    String text = environment.mail().awaitMail(dan.email(), Site.PATIENCE).text();
    awaitState(dan, "MOVED");

    assertThat(environment.backup().requestsFor(dan.phone())).isEmpty();
    assertThat(login.answer(SmsGatewayDouble.codeIn(text)).code()).isPresent();
    assertThat(
            environment
                .database()
                .sql("select channel from twostep_challenge where user_id = ?", dan.id()))
        .containsExactly(Map.of("channel", "EMAIL"));
    assertThat(letter(dan)).containsEntry("sent_to", "");
  }

  @Test
  @DisplayName("A mail server that hangs holds up no SMS")
  void hangingMailServer() {
    Site site = site("second-smtp", "sms,email");
    site.realm().attribute("twostep.fallback", "email");
    try (RecordingSmtpServer hanging = RecordingSmtpServer.hanging()) {
      site.realm().update(Map.of("smtpServer", MailSink.smtpServer(hanging.port())));
      for (int user = 0; user < 8; user++) {
        site.login(site.person("second-mail-" + user)).switchTo("email");
      }

      Person eve = site.person("second-eve");
      Login login = site.login(eve);
      String text = site.gateway().awaitSms(eve.phone(), Duration.ofSeconds(5));
      assertThat(login.answer(SmsGatewayDouble.codeIn(text)).code()).isPresent();
    }
  }

  @Test
  @DisplayName("Routes that cannot be read: setup names them, and no SMS goes anywhere")
  void unreadableRoutes() {
    Site site = site("second-routes", "sms");
    site.realm().attribute("twostep.sms.routes", "sms 80\nbackpu 20");
    Person fay = site.person("second-fay");

    assertThat(site.realm().setUpTwostep().toString())
        .contains("twostep.sms.routes", "line 2: no gateway is called backpu");
    site.login(fay);
    awaitState(fay, "FAILED");
    assertThat(site.messagesTo(fay)).isZero();
    assertThat(environment.backup().requestsFor(fay.phone())).isEmpty();
    assertThat(environment.log()).contains("line 2: no gateway is called backpu");
  }

  private Site site(String hint, String factors) {
    RealmApi realm = environment.newRealm(hint);
    realm.attributes(
        Map.of(
            "twostep.sms.backup.gateway", "http",
            "twostep.sms.backup.url", environment.backupUrl(),
            "twostep.sms.backup.body", "to={to}\ntext={text}",
            "twostep.sms.routes", "sms 1\nbackup"));
    return Site.of(environment, realm, factors);
  }

  private void awaitState(Person person, String state) {
    Eventually.holds(
        "a letter that is " + state,
        Site.PATIENCE,
        () -> letter(person).get("state").equals(state));
  }

  private Map<String, Object> letter(Person person) {
    return environment
        .database()
        .sql("select * from twostep_letter where user_id = ?", person.id())
        .get(0);
  }
}
