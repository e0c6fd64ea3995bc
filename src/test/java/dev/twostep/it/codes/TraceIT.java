package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.gateway.Misbehaviour;
import dev.twostep.fixture.gateway.ReceiptSender;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.mail.MailSink;
import dev.twostep.fixture.server.EmbeddedDatabase;
import dev.twostep.fixture.server.KeycloakServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A server of its own that logs everything it can, and tidies up every few seconds. */
class TraceIT {

  private static final long TWO_DAYS = Duration.ofDays(2).toMillis();

  private static EmbeddedDatabase database;
  private static MailSink mail;
  private static SmsGatewayDouble gateway;
  private static KeycloakServer server;
  private static Site site;

  @BeforeAll
  static void start() {
    database = EmbeddedDatabase.start();
    mail = MailSink.start();
    gateway = SmsGatewayDouble.start();
    var recipe =
        KeycloakServer.production("trace", database)
            .shortLived()
            .option("--log-level=INFO,dev.twostep:trace,org.keycloak:trace")
            .option("--spi-twostep--default--housekeeping-seconds=3");
    TestEnvironment.serverOptions(gateway.port()).forEach(recipe::option);
    server = recipe.start();
    RealmApi realm =
        AdminApi.of(server.url(), KeycloakServer.ADMIN, KeycloakServer.ADMIN_PASSWORD)
            .createRealm(realm());
    realm.createClient(TestEnvironment.CLIENT);
    site = new Site(realm, () -> LoginDriver.at(server.url()), gateway, database);
    site.require("sms,email");
  }

  private static Map<String, Object> realm() {
    Map<String, String> attributes = new HashMap<>(ReceiptSender.settings());
    attributes.putAll(
        Map.of(
            "twostep.sms.gateway", "http",
            "twostep.sms.url", gateway.url(),
            "twostep.sms.body", "to={to}\ntext={text}",
            "twostep.fallback", "email",
            "twostep.message-log-days", "1"));
    return Map.of(
        "realm",
        "trace",
        "enabled",
        true,
        "sslRequired",
        "none",
        "eventsEnabled",
        true,
        "adminEventsEnabled",
        true,
        "smtpServer",
        mail.realmSettings(),
        "attributes",
        attributes);
  }

  @AfterAll
  static void stop() {
    server.close();
    gateway.close();
    mail.close();
    database.close();
  }

  @Test
  @AbuseCase({"J01", "J02"})
  @DisplayName("J01 J02 at TRACE no code, number, key or text is in the log, whatever goes wrong")
  void traceHoldsNoSecret() {
    Person ann = site.person("trace-ann");
    Login login = site.login(ann);
    String code = site.newestCode(ann);
    login.answer(Site.wrong(code));
    site.books().endBackOff(ann);
    assertThat(login.answer(code).code()).isPresent();
    ReceiptSender service = new ReceiptSender(server.url(), "trace", database);
    String id = service.latestTry(ann.id());
    assertThat(service.send("sms", id, "status=UNDELIV&to=" + ann.phone().substring(1)))
        .isEqualTo(204);
    assertThat(service.post("sms", id, "to=" + ann.phone().substring(1), "00")).isEqualTo(403);
    Person bob = site.person("trace-bob");
    for (var kind : List.of(Misbehaviour.Kind.SERVER_ERROR, Misbehaviour.Kind.RESET)) {
      gateway.behaveFor(bob.phone(), Misbehaviour.of(kind));
      site.login(bob);
      site.books().forgetMessages(bob);
    }
    site.login(bob).switchTo("email");
    String mailed = SmsGatewayDouble.codeIn(mail.awaitMail(bob.email(), Site.PATIENCE).text());
    assertThat(mailed).hasSize(6);

    String log = server.log();

    assertThat(log).contains("TRACE");
    assertThat(new Canaries(gateway, mail).in(log)).isEmpty();
  }

  @Test
  @AbuseCase("J06")
  @DisplayName("J06 rows are purged by schedule, also those of a time when the clock was wrong")
  void rowsAreForgotten() {
    for (long jump : List.of(-TWO_DAYS, 365 * TWO_DAYS)) {
      Person cat = site.person("trace-cat" + (jump < 0 ? "-old" : "-new"));
      site.login(cat);
      site.newestCode(cat);
      new ReceiptSender(server.url(), "trace", database).latestTry(cat.id());
      assertThat(database.sql("select 1 from twostep_contact")).isNotEmpty();

      jump("twostep_challenge", "asked_at", jump);
      jump("twostep_letter", "expires_at", jump);
      jump("twostep_contact", "updated_at", jump);
      jump("twostep_message", "sent_at", jump);

      for (String table : List.of("challenge", "letter", "contact", "message")) {
        Eventually.holds(
            "twostep_" + table + " to be empty after a jump of " + jump,
            Site.PATIENCE,
            () -> database.sql("select 1 from twostep_" + table).isEmpty());
      }
    }
  }

  private static void jump(String table, String column, long by) {
    database.sql("update " + table + " set " + column + " = " + column + " + ?", by);
  }
}
