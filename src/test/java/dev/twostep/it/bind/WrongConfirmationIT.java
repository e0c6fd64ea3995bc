package dev.twostep.it.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is told about a wrong code of the app: only to those who have the message. */
@WithKeycloak
class WrongConfirmationIT {

  private static final Duration UNTIL_SENT = Duration.ofSeconds(30);

  /** Its seconds differ from answer to answer, and in the end it is gone. */
  private static final String COUNTDOWN = "(?s)<p id=\"twostep-resend-wait\".*?</p>\\s*";

  private static TestEnvironment environment;
  private static RealmApi realm;

  @BeforeAll
  static void setUp(TestEnvironment shared, RealmApi own) {
    environment = shared;
    realm = own;
    realm.setUpTwostep();
  }

  @Test
  void theAnswerIsTheSameWhateverTheAppsCodeWas() {
    Owner oda = Owner.withPhone(realm, "oda");
    Binder binder = Binder.open(environment, realm, oda);
    Totp app = binder.scan();
    String sms = binder.ask();
    String wrong = sms.charAt(0) == '9' ? "0" + sms.substring(1) : "9" + sms.substring(1);
    Eventually.holds(
        "a message that was sent", UNTIL_SENT, () -> !binder.reload().has("[data-state=sending]"));

    List<String> answers =
        List.of(
                app.code(),
                notNow(app),
                app.codeAt(Instant.now().minusSeconds(120)),
                app.codeAt(Instant.now().plusSeconds(120)))
            .stream()
            .map(code -> answer(binder, wrong, code))
            .toList();

    assertThat(answers.get(0)).contains("That is not right");
    assertThat(answers).containsOnly(answers.get(0));
    assertThat(oda.apps()).isEmpty();
    assertThat(binder.bind(sms, app.code()).text()).contains("is now bound");
  }

  @Test
  void aClockThatIsOffIsNamed() {
    Owner nia = Owner.withPhone(realm, "nia");
    Binder binder = Binder.open(environment, realm, nia);
    Totp app = binder.scan();
    String sms = binder.ask();

    Page slow = binder.bind(sms, app.codeAt(Instant.now().minusSeconds(150)));
    assertThat(slow.text()).contains("2½ minutes slow", "Set Automatically", "Android");
    binder.coolDown();
    Page fast = binder.bind(sms, app.codeAt(Instant.now().plusSeconds(180)));
    assertThat(fast.text()).contains("3 minutes fast");
    binder.coolDown();
    assertThat(nia.apps()).isEmpty();
    assertThat(binder.bind(sms, app.code()).text()).contains("is now bound");
  }

  /** Everything that came back, with what is new in every answer blanked. */
  private static String answer(Binder binder, String sms, String app) {
    Page page = binder.bind(sms, app);
    binder.coolDown();
    Map<String, List<String>> headers = new TreeMap<>(page.headers());
    headers.remove("date");
    String all = page.status() + "\n" + headers + "\n" + page.body();
    return all.replaceAll("(session_code|execution|tab_id)=[^&\"'\\s;]*", "$1=")
        .replaceAll(COUNTDOWN, "");
  }

  private static String notNow(Totp app) {
    String right = app.code();
    return right.charAt(0) == '5' ? "6" + right.substring(1) : "5" + right.substring(1);
  }
}
