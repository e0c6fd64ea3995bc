package dev.twostep.it.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.gateway.GatewayRequest;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.gateway.TwilioDouble;
import dev.twostep.fixture.gateway.TwilioDouble.Answer;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Logins by Twilio, real as the emulator and bad as our double; and by another jar's gateway. */
class TwilioIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Lab LAB = Lab.shared();

  private static Map<String, String> twilio(String base) {
    return new TreeMap<>(
        Map.of(
            "account-sid", TwilioDouble.ACCOUNT,
            "secret", TwilioDouble.TOKEN,
            "from", TwilioDouble.FROM,
            "base-url", base));
  }

  private static Texted login(RealmApi realm, String name) {
    return Texted.create(realm, LAB.browser(), name).login();
  }

  private static String notice(Page page) {
    return page.document().select("#twostep-delivery").text();
  }

  private static void awaitFailure(Texted somebody, String reason) {
    Eventually.holds(
        "the page to say that nothing was sent",
        PATIENCE,
        () -> notice(somebody.page()).contains("not be sent"));
    assertThat(LAB.log()).contains(reason).doesNotContain(somebody.phone());
  }

  @Test
  @DisplayName("A login gets its code through Twilio, as others understand Twilio")
  void loginByTheEmulator() {
    RealmApi realm = LAB.realm("emulated", "twilio", twilio(LAB.emulator().url()));

    Texted ann = login(realm, "emulated-ann");
    String text = LAB.emulator().awaitSms(ann.phone());

    assertThat(ann.enter(SmsGatewayDouble.codeIn(text))).isTrue();
    assertThat(LAB.emulator().messagesTo(ann.phone()))
        .singleElement()
        .satisfies(sms -> assertThat(sms.get("from").asText()).isEqualTo(TwilioDouble.FROM));
    assertThat(LAB.log()).doesNotContain(TwilioDouble.TOKEN).doesNotContain(text);
  }

  @Test
  @DisplayName("An API key signs in as well as the account")
  void loginByAnApiKey() {
    Map<String, String> settings = twilio(LAB.emulator().url());
    settings.put("api-key", "SK00000000000000000000000000000000");
    settings.put("secret", "twilio_test_api_secret");
    RealmApi realm = LAB.realm("keyed", "twilio", settings);

    Texted ann = login(realm, "keyed-ann");

    assertThat(ann.enter(SmsGatewayDouble.codeIn(LAB.emulator().awaitSms(ann.phone())))).isTrue();
  }

  @Test
  @AbuseCase("B25")
  @DisplayName("B25 an account that Twilio does not serve is an outage with its number in the log")
  void accountWithoutCredit() {
    Map<String, String> settings = twilio(LAB.emulator().url());
    settings.put("secret", "wrong");
    RealmApi realm = LAB.realm("unpaid", "twilio", settings);

    Texted ann = login(realm, "unpaid-ann");

    awaitFailure(ann, "twilio 20003");
    assertThat(LAB.emulator().messagesTo(ann.phone())).isEmpty();
  }

  @Test
  @DisplayName("A sender that is not the account's is an outage, too")
  void wrongSender() {
    Map<String, String> settings = twilio(LAB.emulator().url());
    settings.put("from", "+15550009999");
    RealmApi realm = LAB.realm("stranger", "twilio", settings);

    awaitFailure(login(realm, "stranger-ann"), "twilio 21606");
  }

  @Test
  @AbuseCase("B25")
  @DisplayName("B25 who has sent STOP is offered another way, and takes it")
  void stoppedRecipient() {
    RealmApi realm = LAB.realm("stopped", "twilio", twilio(LAB.twilio().url()));
    String phone = "+4915280000001";
    LAB.twilio().answer(phone, Answer.error(400, 21610));
    realm.createUser(NewUser.named("stopped-ann").withPhone(phone).withApp());
    LoginDriver browser = LAB.browser();
    Page asked = browser.login(realm.name(), "app", "stopped-ann", NewUser.PASSWORD);
    Page choice = browser.submit(asked, Map.of("twostepAction", "another"));
    Page sms = browser.submit(choice, Map.of("twostepFactor", "sms"));
    String address = sms.uri().toString().replaceAll("(session_code|execution)=[^&]*&?", "");
    Page told =
        Eventually.get(
            "the page to say that nothing was sent",
            PATIENCE,
            () ->
                Optional.of(browser.get(address))
                    .filter(now -> notice(now).contains("not be sent")));
    assertThat(notice(told)).contains("try another way");
    Page others = browser.submit(told, Map.of("twostepAction", "another"));
    Page app = browser.submit(others, Map.of("twostepFactor", "totp"));
    String code = NewUser.appOf("stopped-ann").code();
    Page done = browser.submit(app, Map.of("code", code, "twostepAction", "verify"));

    assertThat(done.code()).isPresent();
    assertThat(LAB.twilio().requestsFor(phone)).hasSize(1);
    assertThat(LAB.log()).contains("twilio 21610").doesNotContain(phone);
  }

  @Test
  @AbuseCase("B25")
  @DisplayName("B25 an error that nobody knows yet is a failure, not a success")
  void unknownCode() {
    RealmApi realm = LAB.realm("unknown", "twilio", twilio(LAB.twilio().url()));
    Texted ann = Texted.create(realm, LAB.browser(), "unknown-ann");
    LAB.twilio().answer(ann.phone(), Answer.error(400, 99999));

    ann.login();

    awaitFailure(ann, "twilio 99999");
  }

  @Test
  @DisplayName("A call says the code digit by digit")
  void voice() {
    Map<String, String> settings = twilio(LAB.twilio().url());
    settings.put("voice", "true");
    RealmApi realm = LAB.realm("spoken", "twilio", settings);

    Texted ann = login(realm, "spoken-ann");
    GatewayRequest call =
        Eventually.get(
            "a call", PATIENCE, () -> LAB.twilio().requestsFor(ann.phone()).stream().findFirst());
    String said = call.field("Twiml");

    assertThat(call.target()).endsWith("/Calls.json");
    assertThat(said)
        .contains("<Say language=\"en-US\" loop=\"2\">")
        .containsPattern("[0-9](, [0-9]){5}\\.")
        .doesNotContain("@");
    assertThat(ann.enter(said.replaceAll(".*?([0-9](?:, [0-9]){5})\\..*", "$1").replace(", ", "")))
        .isTrue();
  }
}
