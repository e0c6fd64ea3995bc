package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A gateway or mail server that fails: the page is there at once and says what to do. */
@WithKeycloak
class GatewayTroubleIT {

  private static final String SMS_FAILED = "The text message could not be sent.";
  private static final String MAIL_FAILED = "The e-mail could not be sent.";
  private static final String SENDING = "{\"state\":\"sending\"}";

  private final TestEnvironment environment;
  private final RealmApi realm;
  private final Site site;

  GatewayTroubleIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
    this.site =
        new Site(realm, environment::newDriver, environment.gateway(), environment.database());
  }

  @BeforeAll
  static void requireCodes(TestEnvironment environment, RealmApi realm) {
    Site.of(environment, realm, "sms,email");
    realm.attribute("twostep.fallback", "email");
  }

  @Test
  @DisplayName("A gateway that answers 500: the page says so, and sending again later works")
  void failingGateway() {
    Person ann = lonely("trouble-ann", Misbehaviour.of(Kind.SERVER_ERROR));
    Login login = site.login(ann);
    awaitDelivery(login, "failed");
    assertThat(notice(login)).contains(SMS_FAILED, "try another way");

    site.gateway().behaveFor(ann.phone(), Misbehaviour.none());
    site.books().forgetMessages(ann);
    login.act("resend");
    assertThat(login.answer(site.newestCode(ann)).code()).isPresent();
  }

  @Test
  @DisplayName("A gateway that resets the connection, or reports an error in a good answer")
  void otherFailures() {
    realm.attribute("twostep.sms.success", "2xx /status=accepted");
    for (Kind kind : List.of(Kind.RESET, Kind.ERROR_INSIDE, Kind.CUT_SHORT)) {
      Person bob = lonely("trouble-" + kind.name().toLowerCase(Locale.ROOT), Misbehaviour.of(kind));
      Login login = site.login(bob);
      awaitDelivery(login, "failed");
      assertThat(notice(login)).as("%s", kind).contains(SMS_FAILED);
    }
  }

  @Test
  @DisplayName("The only gateway asks for a pause of 30 s: the page says that it failed")
  void throttlingGateway() {
    // A realm of its own: such a gateway is left alone, whoever asks for a code.
    RealmApi own = environment.newRealm("trouble-throttled");
    Site there = Site.of(environment, own, "sms");
    Person gus = there.person("trouble-gus");
    there.gateway().behaveFor(gus.phone(), Misbehaviour.tooMany("30"));
    Login login = there.login(gus);
    awaitDelivery(login, "failed");
    assertThat(notice(login)).contains(SMS_FAILED);
    assertThat(there.messagesTo(gus)).isEqualTo(1);
  }

  @Test
  @DisplayName("A gateway that hangs for 60 s: the page is there while it still holds the request")
  void hangingGateway() {
    Person cat = troubled("trouble-cat", Misbehaviour.hang(Duration.ofSeconds(60)));
    Login login = site.login(cat);
    assertThat(login.page().has("input[name=code]")).isTrue();
    Eventually.holds(
        "the gateway to hold the request", Site.PATIENCE, () -> site.messagesTo(cat) == 1);
    assertThat(delivery(login)).isEqualTo(SENDING);

    Person dan = site.person("trouble-dan");
    assertThat(site.login(dan).answer(site.newestCode(dan)).code()).isPresent();

    login.switchTo("email");
    String text = environment.mail().awaitMail(cat.email(), Site.PATIENCE).text();
    assertThat(login.answer(SmsGatewayDouble.codeIn(text)).code()).isPresent();
  }

  @Test
  @DisplayName("A mail server that is down or hangs: the page is there at once and tells of it")
  void mailServerTrouble() {
    try (RecordingSmtpServer hanging = RecordingSmtpServer.hanging()) {
      realm.update(Map.of("smtpServer", MailSink.smtpServer(hanging.port())));
      Person eve = site.person("trouble-eve");
      Login login = site.login(eve);
      login.switchTo("email");
      assertThat(login.page().has("input[name=code]")).isTrue();
      assertThat(delivery(login)).isEqualTo(SENDING);

      realm.update(Map.of("smtpServer", MailSink.smtpServer(RecordingSmtpServer.refusingPort())));
      Person fay = site.person("trouble-fay");
      Login other = site.login(fay);
      other.switchTo("email");
      awaitDelivery(other, "failed");
      assertThat(notice(other)).contains(MAIL_FAILED, "try another way");
      awaitDelivery(login, "failed");
    } finally {
      realm.update(Map.of("smtpServer", environment.mail().realmSettings()));
    }
  }

  private Person troubled(String name, Misbehaviour behaviour) {
    Person person = site.person(name);
    site.gateway().behaveFor(person.phone(), behaviour);
    return person;
  }

  /** The same for somebody whose codes can go nowhere else: the e-mail address is not proven. */
  private Person lonely(String name, Misbehaviour behaviour) {
    Person person = troubled(name, behaviour);
    realm.updateUser(person.id(), Map.of("emailVerified", false));
    return person;
  }

  private void awaitDelivery(Login login, String state) {
    Eventually.holds(
        "a delivery that is " + state, Site.PATIENCE, () -> delivery(login).contains(state));
  }

  private static String delivery(Login login) {
    return login
        .browser()
        .get(login.page().document().select("[data-url]").attr("data-url"))
        .body();
  }

  /** What the page says about the message, after a reload. */
  private static String notice(Login login) {
    return login.resume().document().select("#twostep-delivery").text();
  }
}
