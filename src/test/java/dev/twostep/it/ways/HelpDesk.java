package dev.twostep.it.ways;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.login.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The administrators' side of a lost phone, and time passing. */
record HelpDesk(TestEnvironment environment, RealmApi realm) {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A new pass for that user, as the administrator reads it out. */
  String pass(String user) {
    return realm
        .post("twostep/users/" + user + "/pass", Map.of())
        .orFail()
        .json()
        .get("pass")
        .asText();
  }

  Reply reset(String user) {
    return realm.delete("twostep/users/" + user + "/factors");
  }

  /** What the user can log in with, without the password. */
  List<String> factors(String user) {
    return StreamSupport.stream(realm.credentials(user).spliterator(), false)
        .map(one -> one.get("type").asText())
        .filter(type -> !type.equals("password"))
        .sorted()
        .toList();
  }

  /** As if the user's pass had been issued that much earlier. */
  void agePass(String user, Duration by) {
    String data =
        "select id, credential_data from credential where user_id = ? and type = 'twostep-pass'";
    Map<String, Object> row = environment.database().sql(data, user).get(0);
    JsonNode term = Json.read(row.get("credential_data").toString());
    Map<String, String> older =
        Map.of(
            "issuedAt", Instant.parse(term.get("issuedAt").asText()).minus(by).toString(),
            "expiresAt", Instant.parse(term.get("expiresAt").asText()).minus(by).toString(),
            "by", term.get("by").asText());
    environment
        .database()
        .sql(
            "update credential set credential_data = ? where id = ?",
            Json.write(older),
            row.get("id"));
    realm.post("clear-user-cache", Map.of()).orFail();
  }

  /** As if the user's pass had been used that much earlier. */
  void ageUse(String user, Duration by) {
    environment
        .database()
        .sql(
            "update twostep_pass_use set used_at = used_at - ? where user_id = ?",
            by.toMillis(),
            user);
  }

  void endBackOff(String user) {
    environment.database().sql("update twostep_account set streaks = '' where user_id = ?", user);
  }

  int wrongAnswers(String user) {
    List<Map<String, Object>> rows =
        environment
            .database()
            .sql("select wrong_answers as times from twostep_account where user_id = ?", user);
    String times = rows.isEmpty() ? "" : rows.get(0).get("times").toString();
    return times.isEmpty() ? 0 : times.split(",", -1).length;
  }

  /** Gives a new number on the page that asks for one; the page that asks for its code. */
  Page number(Visitor visitor, Page enrol, String number) {
    return visitor.press(enrol, Map.of("country", "DE", "number", number, "twostepAction", "send"));
  }

  String smsCode(String number) {
    return SmsGatewayDouble.codeIn(environment.gateway().awaitSms(number, PATIENCE));
  }

  /** The token of an administrator of the realm, made for the purpose. */
  String tokenOf(String name) {
    return environment
        .newDriver()
        .token(
            realm.name(),
            Map.of(
                "grant_type",
                "password",
                "client_id",
                TestEnvironment.CLIENT,
                "username",
                name,
                "password",
                NewUser.PASSWORD))
        .path("access_token")
        .asText();
  }

  /** A user who may do that in this realm's administration. */
  String administrator(String name, String role) {
    String user = realm.createUser(NewUser.named(name));
    String client = realm.clientNamed("realm-management").get("id").asText();
    JsonNode found = realm.get("clients/" + client + "/roles/" + role).orFail().json();
    realm.post("users/" + user + "/role-mappings/clients/" + client, List.of(found)).orFail();
    return user;
  }

  /** Whether a session's refresh token still works. */
  boolean isAlive(JsonNode tokens) {
    return environment
        .newDriver()
        .token(
            realm.name(),
            Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                TestEnvironment.CLIENT,
                "refresh_token",
                tokens.path("refresh_token").asText()))
        .has("access_token");
  }

  JsonNode tokens(Page in) {
    return environment
        .newDriver()
        .tokens(realm.name(), TestEnvironment.CLIENT, in.code().orElseThrow());
  }
}
