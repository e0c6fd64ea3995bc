package dev.twostep.it.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.gateway.GatewayRequest;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.gateway.TwilioDouble;
import dev.twostep.fixture.gateway.TwilioDouble.Answer;
import dev.twostep.fixture.gateway.TwilioEmulator;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.server.KeycloakServer;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Logins by Twilio, real as the emulator and bad as our double; and by another jar's gateway. */
class TwilioIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final TwilioDouble DOUBLE = TwilioDouble.start();
  private static final SmsGatewayDouble SERVICE = SmsGatewayDouble.start();
  private static TwilioEmulator emulator;
  private static KeycloakServer server;
  private static AdminApi admin;

  @BeforeAll
  static void start() {
    emulator = TwilioEmulator.start();
    server =
        KeycloakServer.development("gateways")
            .alsoJar(Providers.paperPlane())
            .alsoJar(Providers.probe())
            .option(
                "--spi-twostep--default--server-key="
                    + Base64.getEncoder().encodeToString(new byte[32]))
            .option(
                "--spi-twostep--default--gateway-hosts="
                    + String.join(",", emulator.url(), DOUBLE.url(), "http://" + SERVICE.host()))
            .start();
    admin = AdminApi.of(server.url(), KeycloakServer.ADMIN, KeycloakServer.ADMIN_PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
    emulator.close();
    DOUBLE.close();
    SERVICE.close();
  }

  private static RealmApi realm(String name, String kind, Map<String, String> settings) {
    Map<String, Object> realm = new LinkedHashMap<>();
    realm.put("realm", name);
    realm.put("enabled", true);
    realm.put("sslRequired", "none");
    RealmApi created = admin.createRealm(realm);
    created.createClient(TestEnvironment.CLIENT);
    created.put("twostep/gateways/sms", Map.of("kind", kind, "settings", settings)).orFail();
    Texted.require(created, "sms,totp");

    return created;
  }

  private static Map<String, String> twilio(String base) {
    return new TreeMap<>(
        Map.of(
            "account-sid", TwilioDouble.ACCOUNT,
            "secret", TwilioDouble.TOKEN,
            "from", TwilioDouble.FROM,
            "base-url", base));
  }

  private static Texted login(RealmApi realm, String name) {
    return Texted.create(realm, LoginDriver.at(server.url()), name).login();
  }

  private static String notice(Page page) {
    return page.document().select("#twostep-delivery").text();
  }

  private static void awaitFailure(Texted somebody, String reason) {
    Eventually.holds(
        "the page to say that nothing was sent",
        PATIENCE,
        () -> notice(somebody.page()).contains("not be sent"));
    assertThat(server.log()).contains(reason).doesNotContain(somebody.phone());
  }

  @Test
  @DisplayName("A login gets its code through Twilio, as others understand Twilio")
  void loginByTheEmulator() {
    RealmApi realm = realm("emulated", "twilio", twilio(emulator.url()));

    Texted ann = login(realm, "emulated-ann");
    String text = emulator.awaitSms(ann.phone());

    assertThat(ann.enter(SmsGatewayDouble.codeIn(text))).isTrue();
    assertThat(emulator.messagesTo(ann.phone()))
        .singleElement()
        .satisfies(sms -> assertThat(sms.get("from").asText()).isEqualTo(TwilioDouble.FROM));
    assertThat(server.log()).doesNotContain(TwilioDouble.TOKEN).doesNotContain(text);
  }

  @Test
  @DisplayName("An API key signs in as well as the account")
  void loginByAnApiKey() {
    Map<String, String> settings = twilio(emulator.url());
    settings.put("api-key", "SK00000000000000000000000000000000");
    settings.put("secret", "twilio_test_api_secret");
    RealmApi realm = realm("keyed", "twilio", settings);

    Texted ann = login(realm, "keyed-ann");

    assertThat(ann.enter(SmsGatewayDouble.codeIn(emulator.awaitSms(ann.phone())))).isTrue();
  }

  @Test
  @AbuseCase("B25")
  @DisplayName("B25 an account that Twilio does not serve is an outage with its number in the log")
  void accountWithoutCredit() {
    Map<String, String> settings = twilio(emulator.url());
    settings.put("secret", "wrong");
    RealmApi realm = realm("unpaid", "twilio", settings);

    Texted ann = login(realm, "unpaid-ann");

    awaitFailure(ann, "twilio 20003");
    assertThat(emulator.messagesTo(ann.phone())).isEmpty();
  }

  @Test
  @DisplayName("A sender that is not the account's is an outage, too")
  void wrongSender() {
    Map<String, String> settings = twilio(emulator.url());
    settings.put("from", "+15550009999");
    RealmApi realm = realm("stranger", "twilio", settings);

    awaitFailure(login(realm, "stranger-ann"), "twilio 21606");
  }

  @Test
  @AbuseCase("B25")
  @DisplayName("B25 who has sent STOP is offered another way, and takes it")
  void stoppedRecipient() {
    RealmApi realm = realm("stopped", "twilio", twilio(DOUBLE.url()));
    String phone = "+4915280000001";
    DOUBLE.answer(phone, Answer.error(400, 21610));
    realm.createUser(NewUser.named("stopped-ann").withPhone(phone).withApp());
    LoginDriver browser = LoginDriver.at(server.url());
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
    assertThat(DOUBLE.requestsFor(phone)).hasSize(1);
    assertThat(server.log()).contains("twilio 21610").doesNotContain(phone);
  }

  @Test
  @AbuseCase("B25")
  @DisplayName("B25 an error that nobody knows yet is a failure, not a success")
  void unknownCode() {
    RealmApi realm = realm("unknown", "twilio", twilio(DOUBLE.url()));
    Texted ann = Texted.create(realm, LoginDriver.at(server.url()), "unknown-ann");
    DOUBLE.answer(ann.phone(), Answer.error(400, 99999));

    ann.login();

    awaitFailure(ann, "twilio 99999");
  }

  @Test
  @DisplayName("A call says the code digit by digit")
  void voice() {
    Map<String, String> settings = twilio(DOUBLE.url());
    settings.put("voice", "true");
    RealmApi realm = realm("spoken", "twilio", settings);

    Texted ann = login(realm, "spoken-ann");
    GatewayRequest call =
        Eventually.get(
            "a call", PATIENCE, () -> DOUBLE.requestsFor(ann.phone()).stream().findFirst());
    String said = call.field("Twiml");

    assertThat(call.target()).endsWith("/Calls.json");
    assertThat(said)
        .contains("<Say language=\"en-US\" loop=\"2\">")
        .containsPattern("[0-9](, [0-9]){5}\\.")
        .doesNotContain("@");
    assertThat(ann.enter(said.replaceAll(".*?([0-9](?:, [0-9]){5})\\..*", "$1").replace(", ", "")))
        .isTrue();
  }

  @Test
  @DisplayName("A login gets its code through a gateway that came in another jar")
  void thirdParty() {
    RealmApi realm = realm("folded", "paper-plane", Map.of("url", SERVICE.url()));

    Texted ann = login(realm, "folded-ann");
    String text = SERVICE.awaitSms(ann.phone(), PATIENCE);

    assertThat(ann.enter(SmsGatewayDouble.codeIn(text))).isTrue();
    assertThat(realm.get("twostep/gateways").orFail().json().get("kinds").toString())
        .contains("paper-plane");
    assertThat(
            realm
                .put(
                    "twostep/gateways/other",
                    Map.of(
                        "kind",
                        "paper-plane",
                        "settings",
                        Map.of("url", "https://elsewhere.example.org")))
                .text())
        .contains("settings.url", "the operator allows");
  }

  @Test
  @DisplayName("With our jar the server's StAX, Jackson, slf4j and codecs are those without it")
  void hostsLibrariesAreUntouched() {
    try (KeycloakServer bare =
        KeycloakServer.development("without-twostep")
            .jar(Optional.empty())
            .alsoJar(Providers.probe())
            .start()) {
      List<String> without = told(bare);

      assertThat(without)
          .hasSizeGreaterThan(8)
          .anyMatch(line -> line.contains("stax in "))
          .anyMatch(line -> line.contains("jackson databind ") && line.contains("2.21"));
      assertThat(told(server)).isEqualTo(without);
    }
  }

  private static List<String> told(KeycloakServer keycloak) {
    return keycloak
        .log()
        .lines()
        .filter(line -> line.contains("probe: "))
        .map(line -> line.substring(line.indexOf("probe: ")))
        .distinct()
        .toList();
  }
}
