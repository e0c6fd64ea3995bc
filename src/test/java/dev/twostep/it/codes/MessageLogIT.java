package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.Misbehaviour;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an administrator sees of messages: everything but to whom and with which code. */
@WithKeycloak
class MessageLogIT {

  private final TestEnvironment environment;
  private final RealmApi realm;
  private final Site site;

  MessageLogIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
    this.site =
        new Site(realm, environment::newDriver, environment.gateway(), environment.database());
  }

  @BeforeAll
  static void requireCodes(TestEnvironment environment, RealmApi realm) {
    Site.of(environment, realm, "sms,email");
    realm.attributes(Map.of("twostep.fallback", "email", "twostep.sms.reference", "/id"));
  }

  private JsonNode awaitMessage(String query, String field) {
    return Eventually.get(
        query + " to be logged with " + field,
        Site.PATIENCE,
        () -> {
          JsonNode found = realm.get("twostep/" + query).orFail().json();
          return found.path(0).has(field)
              ? java.util.Optional.of(found.get(0))
              : java.util.Optional.empty();
        });
  }

  @Test
  @DisplayName("A message is logged masked, and marked when its code came back; the event names it")
  void logsWhatWasSentAndUsed() {
    Person ann = site.person("log-ann");
    Login login = site.login(ann);
    String code = site.newestCode(ann);
    assertThat(login.answer(code).code()).isPresent();

    JsonNode message = awaitMessage("users/" + ann.id() + "/messages", "usedAt");

    assertThat(message.path("outcome").asText()).isEqualTo("accepted");
    assertThat(message.path("channel").asText()).isEqualTo("sms");
    assertThat(message.path("gateway").asText()).isEqualTo("sms");
    assertThat(message.path("reference").asText()).isEqualTo("msg-1");
    assertThat(message.path("callingCode").asText()).isEqualTo("+49");
    assertThat(message.path("to").asText()).isEqualTo("•••• " + ann.phone().substring(12));
    assertThat(message.toString()).doesNotContain(ann.phone().substring(1)).doesNotContain(code);
    JsonNode event = realm.latestEvent(ann.id(), "LOGIN");
    assertThat(event.path("details").path("twostep_message").asText())
        .isEqualTo(message.path("letter").asText());
  }

  @Test
  @DisplayName("A message that failed is logged with its reason, and told in the user's events")
  void logsWhatFailed() {
    Person bob = site.person("log-bob");
    environment.gateway().behaveFor(bob.phone(), Misbehaviour.of(Misbehaviour.Kind.SERVER_ERROR));
    Login login = site.login(bob);

    JsonNode message = awaitMessage("messages?user=" + bob.id() + "&outcome=unavailable", "reason");
    assertThat(message.path("reason").asText()).contains("500");
    Eventually.holds(
        "the event of the failure",
        Site.PATIENCE,
        () ->
            realm
                .latestEvent(bob.id(), "CUSTOM_REQUIRED_ACTION_ERROR")
                .path("error")
                .asText()
                .matches("twostep_message_(failed|moved)"));

    login.resume();
    if (login.page().has("[value=another]")) {
      login.switchTo("email");
      JsonNode mail = awaitMessage("messages?user=" + bob.id() + "&gateway=smtp", "outcome");
      assertThat(mail.path("to").asText()).isEqualTo("l•••@example.test");
      assertThat(mail.has("callingCode")).isFalse();
    }
  }

  @Test
  @DisplayName("Filters, pages and mistakes; who may see events or users may see it")
  void readsByRights() {
    Person cat = site.person("log-cat");
    site.login(cat);
    site.newestCode(cat);
    awaitMessage("messages?user=" + cat.id(), "outcome");

    assertThat(realm.get("twostep/messages?max=1").orFail().json()).hasSize(1);
    assertThat(realm.get("twostep/messages?user=nobody").orFail().json()).isEmpty();
    assertThat(realm.get("twostep/messages?first=100000").orFail().json()).isEmpty();
    Reply wrong = realm.get("twostep/messages?first=-1&max=x&outcome=lost");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().get("errors")).hasSize(3);
    assertThat(realm.get("twostep/users/nobody/messages").status()).isEqualTo(404);

    for (String role : List.of("view-events", "view-users")) {
      assertThat(as(role, "messages").isGood()).as(role).isTrue();
      assertThat(as(role, "users/" + cat.id() + "/messages").isGood()).as(role).isTrue();
    }
    assertThat(as("view-clients", "messages").status()).isEqualTo(403);
    assertThat(as("view-clients", "users/" + cat.id() + "/messages").status()).isEqualTo(403);
  }

  private Reply as(String role, String path) {
    String name = "admin" + realm.get("users/count").orFail().text();
    String id = realm.createUser(name, Person.PASSWORD);
    realm.policy("user", id, Map.of("requirement", "off"));
    String client = realm.clientNamed("realm-management").get("id").asText();
    JsonNode found = realm.get("clients/" + client + "/roles/" + role).orFail().json();
    realm.post("users/" + id + "/role-mappings/clients/" + client, List.of(found)).orFail();
    Map<String, String> grant =
        Map.of(
            "grant_type",
            "password",
            "client_id",
            TestEnvironment.CLIENT,
            "username",
            name,
            "password",
            Person.PASSWORD);
    String token = environment.newDriver().token(realm.name(), grant).path("access_token").asText();
    return realm.api().withToken(token, "GET", realm.name() + "/twostep/" + path, "");
  }

  @Test
  @DisplayName("The log of a user goes with the user")
  void goesWithTheUser() {
    Person dan = site.person("log-dan");
    site.login(dan);
    site.newestCode(dan);
    awaitMessage("messages?user=" + dan.id(), "outcome");

    realm.delete("users/" + dan.id()).orFail();

    assertThat(realm.get("twostep/messages?user=" + dan.id()).orFail().json()).isEmpty();
  }

  @Test
  @DisplayName("Setup says that a number of days is none")
  void reportsABadNumberOfDays() {
    realm.attribute("twostep.message-log-days", "forever");
    assertThat(realm.get("twostep/setup").orFail().text()).contains("twostep.message-log-days");
    realm.attribute("twostep.message-log-days", "14");
    assertThat(realm.get("twostep/setup").orFail().text())
        .doesNotContain("twostep.message-log-days");
  }
}
