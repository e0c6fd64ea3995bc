package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs last: nothing that the server sent out as a secret in the whole run is anywhere else. */
@WithKeycloak
@Order(Integer.MAX_VALUE)
class CanaryIT {

  private final TestEnvironment environment;
  private final RealmApi realm;

  CanaryIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
  }

  /** At least these, when the class runs alone. */
  @BeforeEach
  void someLogins() {
    Site site = Site.of(environment, realm, "sms,email");
    realm.attribute("twostep.fallback", "email");
    Person ann = site.person("canary-" + System.nanoTime());
    Login login = site.login(ann);
    String code = site.newestCode(ann);
    login.answer(Site.wrong(code));
    site.books().endBackOff(ann);
    assertThat(login.answer(code).code()).isPresent();
    Login byMail = site.login(ann);
    byMail.switchTo("email");
    environment.mail().awaitMail(ann.email(), Site.PATIENCE);
  }

  private Canaries canaries() {
    Canaries canaries = new Canaries(environment.gateway(), environment.mail());
    assertThat(canaries.count()).isPositive();
    return canaries;
  }

  @Test
  @AbuseCase({"A28", "J01"})
  @DisplayName("A28 J01 no code, no full number and no key of the whole run is in the server's log")
  void logHoldsNoSecret() {
    String log = environment.log();
    assertThat(log).contains(realm.name());
    assertThat(canaries().in(log)).isEmpty();
  }

  @Test
  @AbuseCase("J02")
  @DisplayName("J02 neither is any of it in an event of a user or in what meters tell")
  void eventsAndMetersHoldNoSecret() {
    String events = rows("select t::text as line from event_entity t");
    assertThat(events).contains("twostep_");
    assertThat(canaries().in(events)).isEmpty();
    String ours =
        rows(
            "select t::text as line from admin_event_entity t"
                + " where resource_type like 'TWOSTEP%'");
    assertThat(canaries().in(ours)).isEmpty();
    String labels =
        MetersIT.scrape(environment)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, Math.max(0, line.lastIndexOf(' '))))
            .collect(Collectors.joining("\n"));
    assertThat(labels).contains("twostep_messages_total");
    assertThat(canaries().in(labels)).isEmpty();
  }

  @Test
  @AbuseCase("J02")
  @DisplayName("J02 nor in an administrator's answer or in an export of the realm without users")
  void answersAndExportsHoldNoSecret() {
    String user = realm.get("users?max=1").orFail().json().get(0).path("id").asText();
    Canaries canaries = canaries();
    for (String path :
        List.of(
            "messages",
            "setup",
            "texts/en",
            "scopes/realm/" + realm.name(),
            "users/" + user + "/messages",
            "users/" + user + "/decision",
            "users/" + user + "/suspensions",
            "users/" + user + "/factors")) {
      assertThat(canaries.in(realm.get("twostep/" + path).text())).as(path).isEmpty();
    }
    String export =
        realm
            .post("partial-export?exportClients=true&exportGroupsAndRoles=true", Map.of())
            .orFail()
            .text();
    assertThat(export).contains("twostep.sms.gateway");
    assertThat(canaries.in(export)).isEmpty();
  }

  private String rows(String query) {
    return environment.database().sql(query).stream()
        .map(row -> String.valueOf(row.get("line")))
        .collect(Collectors.joining("\n"));
  }
}
