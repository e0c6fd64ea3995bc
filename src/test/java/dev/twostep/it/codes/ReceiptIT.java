package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.ReceiptSender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a service calls back with, and what anybody else does. */
@WithKeycloak
class ReceiptIT {

  private static final String UNKNOWN = "f".repeat(32);
  private static final int FLOOD = 1000;
  private static final long FIFTY_MB = 50L * 1024 * 1024;

  private final TestEnvironment environment;
  private final RealmApi realm;
  private final Site site;
  private final ReceiptSender service;

  ReceiptIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
    this.site =
        new Site(realm, environment::newDriver, environment.gateway(), environment.database());
    this.service = new ReceiptSender(environment.url(), realm.name(), environment.database());
  }

  @BeforeAll
  static void requireCodes(TestEnvironment environment, RealmApi realm) {
    Site.of(environment, realm, "sms,totp");
    realm.attributes(ReceiptSender.settings());
  }

  private String sent(Person person, Login login) {
    site.newestCode(person);
    String id = service.latestTry(person.id());
    Eventually.holds("the letter to be sent", Site.PATIENCE, () -> stateOf(login).equals("sent"));
    return id;
  }

  private static String stateOf(Login login) {
    String url = login.page().document().select("[data-url]").attr("data-url");
    return login.browser().get(url).body().replaceAll(".*\"state\":\"([a-z]+)\".*", "$1");
  }

  private Map<String, Object> row(String id) {
    return environment.database().sql("select * from twostep_message where id = ?", id).get(0);
  }

  @Test
  @AbuseCase("B14")
  @DisplayName("B14 'delivered' moves the page and the log on, once; what is replayed does nothing")
  void deliveredIsTheEnd() {
    Person ann = site.person("receipt-ann");
    Login login = site.login(ann);
    String id = sent(ann, login);

    assertThat(service.send("sms", id, "status=ACCEPTD")).isEqualTo(204);
    assertThat(stateOf(login)).isEqualTo("sent");
    assertThat(service.send("sms", id, "status=DELIVRD&id=msg-1&price=-0.075")).isEqualTo(204);
    Map<String, Object> row = row(id);
    assertThat(row)
        .containsEntry("receipt", "DELIVERED")
        .containsEntry("cost", 75_000L)
        .containsEntry("reference", "msg-1");
    for (String status : List.of("UNDELIV", "DELIVRD", "EXPIRED")) {
      assertThat(service.send("sms", id, "status=" + status)).isEqualTo(204);
    }

    assertThat(row(id)).isEqualTo(row);
    assertThat(stateOf(login)).isEqualTo("delivered");
    assertThat(login.resume().text()).contains("has arrived on your phone");
    assertThat(site.messagesTo(ann)).isEqualTo(1);
    assertThat(login.answer(site.newestCode(ann)).code()).isPresent();
  }

  @Test
  @AbuseCase("B14")
  @DisplayName("B14 an old 'delivered' after 'failed' changes nothing; the user's events say so")
  void failedIsTheEnd() {
    Person bob = site.person("receipt-bob");
    Login login = site.login(bob);
    String id = sent(bob, login);

    assertThat(service.send("sms", id, "status=UNDELIV")).isEqualTo(204);
    assertThat(service.send("sms", id, "status=DELIVRD")).isEqualTo(204);

    assertThat(row(id)).containsEntry("receipt", "UNDELIVERED");
    JsonNode event = realm.latestEvent(bob.id(), "CUSTOM_REQUIRED_ACTION_ERROR");
    assertThat(event.path("error").asText()).isEqualTo("twostep_message_undelivered");
    assertThat(event.path("details").path("twostep_gateway").asText()).isEqualTo("sms");
    assertThat(event.path("details").path("twostep_channel").asText()).isEqualTo("sms");
    assertThat(event.path("details").path("twostep_reason").asText()).isNotBlank();
    assertThat(event.toString()).doesNotContain(bob.phone().substring(1));
  }

  @Test
  @AbuseCase("B14")
  @DisplayName("B14 unknown ids, other names, other realms and other references leave no trace")
  void unknownIdsLeaveNoTrace() {
    Person cat = site.person("receipt-cat");
    Login login = site.login(cat);
    String id = sent(cat, login);
    RealmApi other = environment.newRealm("receipt-other");
    other.attributes(ReceiptSender.settings());
    ReceiptSender elsewhere =
        new ReceiptSender(environment.url(), other.name(), environment.database());
    String before = log();

    assertThat(service.send("sms", UNKNOWN, "status=DELIVRD")).isEqualTo(204);
    assertThat(service.send("sms", id, "status=DELIVRD&id=another")).isEqualTo(204);
    assertThat(elsewhere.send("sms", id, "status=DELIVRD")).isEqualTo(204);
    assertThat(service.send("other", id, "status=DELIVRD")).isEqualTo(403);
    assertThat(service.send("sms", id.toUpperCase(Locale.ROOT) + "x", "status=DELIVRD"))
        .isEqualTo(403);

    assertThat(log()).isEqualTo(before);
    assertThat(stateOf(login)).isEqualTo("sent");
  }

  private String log() {
    return environment
        .database()
        .sql(
            "select t::text as line from twostep_message t where realm_id = ? order by id",
            realmId())
        .toString();
  }

  private String realmId() {
    return realm.representation().get("id").asText();
  }

  @Test
  @AbuseCase("B15")
  @DisplayName("B15 1,000 unsigned receipts at once write no row and ask the database for none")
  void unsignedReceiptsCostNothing() {
    Person dan = site.person("receipt-dan");
    Login login = site.login(dan);
    String id = sent(dan, login);
    String before = log();

    Map<String, Long> statements =
        environment
            .database()
            .statementsDuring(
                () ->
                    assertThat(
                            IntStream.range(0, FLOOD)
                                .parallel()
                                .map(n -> service.post("sms", id, "status=DELIVRD", "00" + n))
                                .distinct())
                        .containsExactly(403));

    assertThat(log()).isEqualTo(before);
    // Of other tests: what they told of unknown messages is looked up once more after two seconds.
    assertThat(about("twostep_message", statements) + about("twostep_letter", statements))
        .isLessThan(FLOOD / 100);
    assertThat(login.answer(site.newestCode(dan)).code()).isPresent();
  }

  private static long about(String table, Map<String, Long> statements) {
    return statements.entrySet().stream()
        .filter(one -> one.getKey().toLowerCase(Locale.ROOT).contains(table))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  @Test
  @AbuseCase("B15")
  @DisplayName("B15 a form that says something twice is refused, signed or not")
  void duplicatesAreRefused() {
    assertThat(service.send("sms", UNKNOWN, "status=DELIVRD&status=UNDELIV")).isEqualTo(403);
    assertThat(service.send("sms", UNKNOWN, "status=DELIVRD&id=1&id=2")).isEqualTo(403);
  }

  @Test
  @AbuseCase("B15")
  @DisplayName("B15 of a receipt of 50 MB nothing is read, nor of one that does not say its length")
  void longBodiesAreCutOff() {
    assertThat(answerToALongBody()).contains(" 413 ");
    byte[] bytes = "a".repeat(200_000).getBytes(StandardCharsets.US_ASCII);
    assertThat(
            service.post(
                "sms",
                UNKNOWN,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)),
                "00"))
        .isEqualTo(411);
    assertThat(service.post("sms", UNKNOWN, "a=" + "b".repeat(70_000), "00")).isEqualTo(413);
  }

  private String answerToALongBody() {
    URI url = environment.url();
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      String head =
          "POST /realms/"
              + realm.name()
              + "/twostep/receipts/sms/"
              + UNKNOWN
              + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
              + FIFTY_MB
              + "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nstatus=DELIVRD";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(20_000);
      return new String(socket.getInputStream().readNBytes(40), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
