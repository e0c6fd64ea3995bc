package dev.twostep.it.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What administrators may do with offices. */
@WithKeycloak
class OfficesAdminIT {

  private final TestEnvironment environment;
  private final RealmApi realm;

  OfficesAdminIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
  }

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
  }

  @Test
  @DisplayName("An office is made, listed and changed; what is not named stays")
  void lifecycle() {
    TestOffice office = office("Miller & Sons", Map.of("strict", true));

    assertThat(realm.get("twostep/offices").orFail().json().findValuesAsText("id"))
        .contains(office.id());
    JsonNode changed =
        office.put("", Map.of("name", "Miller", "endSessions", false)).orFail().json();
    assertThat(changed.get("name").asText()).isEqualTo("Miller");
    assertThat(changed.get("strict").asBoolean()).isTrue();
    assertThat(changed.get("endSessions").asBoolean()).isFalse();
    assertThat(changed.get("ownFactors").asBoolean()).isTrue();
    assertThat(events("TWOSTEP_OFFICE", office)).containsExactly("UPDATE", "CREATE");
  }

  @Test
  @DisplayName("Whatever is wrong is said at once, with what to do, and nothing is made")
  void badInput() {
    office("Taken", Map.of());
    int before = realm.get("twostep/offices").orFail().json().size();

    Reply many =
        realm.post(
            "twostep/offices",
            Map.of("name", "taken", "strict", "perhaps", "organization", "none", "colour", "red"));
    assertThat(many.status()).isEqualTo(400);
    assertThat(many.text())
        .contains("another office's", "\"strict\"", "\"organization\"", "\"colour\"", "hint");
    assertThat(realm.post("twostep/offices", "[]").status()).isEqualTo(400);
    assertThat(realm.post("twostep/offices", "{\"name\": \" \"}").status()).isEqualTo(400);
    assertThat(realm.get("twostep/offices/none").status()).isEqualTo(404);
    assertThat(realm.get("twostep/offices").orFail().json()).hasSize(before);
  }

  @Test
  @DisplayName("view-users reads, manage-users writes, nobody else does either")
  void rights() {
    TestOffice office = office("Rights", Map.of());

    assertThat(statuses(office, List.of())).containsExactly(403, 403, 403, 403);
    assertThat(statuses(office, List.of("view-realm"))).containsExactly(403, 403, 403, 403);
    assertThat(statuses(office, List.of("view-users"))).containsExactly(200, 200, 403, 403);
    assertThat(statuses(office, List.of("manage-users"))).containsExactly(200, 200, 400, 400);
  }

  @Test
  @DisplayName("A device is invited, renamed, renewed and revoked; each is an admin event")
  void devices() {
    TestOffice office = office("Devices", Map.of());
    String owner = realm.createUser("employee", NewUser.PASSWORD);
    JsonNode invited =
        office.post("/devices", Map.of("label", "Anna", "owner", "employee")).orFail().json();
    String device = invited.get("id").asText();

    assertThat(invited.get("link").asText()).contains("/twostep/enrol/" + device + ".");
    assertThat(Instant.parse(invited.get("expiresAt").asText()))
        .isBetween(
            Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(25)));
    assertThat(office.device(device).get("state").asText()).isEqualTo("invited");
    assertThat(office.device(device).at("/owner/id").asText()).isEqualTo(owner);
    assertThat(office.post("/devices", Map.of("label", "ANNA")).text()).contains("label", "hint");
    assertThat(office.post("/devices", Map.of("label", "Ben", "owner", "nobody")).text())
        .contains("owner", "hint");

    assertThat(office.put("/devices/" + device, Map.of("label", "Anna's")).status()).isEqualTo(204);
    JsonNode renewed = office.post("/devices/" + device + "/renew", Map.of()).orFail().json();
    assertThat(renewed.get("link").asText()).isNotEqualTo(invited.get("link").asText());
    assertThat(environment.newDriver().get(invited.get("link").asText()).status()).isEqualTo(410);
    assertThat(office.delete("/devices/" + device).status()).isEqualTo(200);
    assertThat(office.device(device).get("state").asText()).isEqualTo("revoked");
    assertThat(environment.newDriver().get(renewed.get("link").asText()).status()).isEqualTo(410);
    assertThat(office.post("/devices/" + device + "/renew", Map.of()).status()).isEqualTo(400);
    assertThat(events("TWOSTEP_OFFICE_DEVICE", office))
        .containsExactly("DELETE", "UPDATE", "UPDATE", "CREATE");
  }

  @Test
  @AbuseCase("G07")
  @DisplayName("G07 nothing that administrators or owners can read holds a device's secret or link")
  void secretsAreNeverReturned() {
    TestOffice office = office("Secretive", Map.of());
    String user = realm.createUser("secretive", NewUser.PASSWORD);
    office.put("/accounts/" + user, "").orFail();
    JsonNode invited = office.invite("Phone");
    TestOffice.Bound phone = office.bind(invited);
    assertThat(office.device(phone.id()).get("state").asText()).isEqualTo("active");
    String link = invited.get("link").asText();
    String secretOfLink = link.substring(link.lastIndexOf('.') + 1);

    List<String> read = new ArrayList<>();
    for (String path : List.of("", "/devices", "/rekey", "/log", "/log.csv", "/accounts")) {
      read.add(office.get(path).orFail().text());
    }
    read.add(office.put("/devices/" + phone.id(), Map.of("label", "Renamed")).text());
    read.add(realm.credentials(user).toString());
    read.add(realm.post("partial-export?exportClients=true", "").orFail().text());
    read.add(realm.adminEvents().toString());
    read.add(realm.events().toString());

    String plain = phone.secret().replace(" ", "");
    assertThat(read)
        .noneMatch(text -> text.contains(plain) || text.contains(phone.secret()))
        .noneMatch(text -> text.contains(secretOfLink))
        .noneMatch(text -> text.contains("otpauth"));
    assertThat(environment.database().dump().contains(plain)).isFalse();
  }

  @Test
  @DisplayName("An account without an authenticator is attached, one with its own is invited")
  void accounts() {
    TestOffice office = office("Accounts", Map.of());
    String plain = realm.createUser("plain", NewUser.PASSWORD);
    String app = realm.createUser(NewUser.named("ownapp").withApp());

    assertThat(attach(office, plain, "10")).isEqualTo("attached");
    assertThat(attach(office, plain, "10")).isEqualTo("unchanged");
    assertThat(attach(office, plain, "11")).isEqualTo("renumbered");
    assertThat(attach(office, app, "20")).isEqualTo("invited");
    assertThat(attach(office, app, "20")).isEqualTo("unchanged");
    assertThat(attach(office, app, "21")).isEqualTo("renumbered");

    assertThat(office.get("/accounts?search=1").orFail().json().findValuesAsText("userName"))
        .containsExactly("plain");
    assertThat(office.get("/offers").orFail().json().findValuesAsText("customer"))
        .containsExactly("21");
    assertThat(realm.credentials(plain).findValuesAsText("type")).contains("twostep-office");
    assertThat(realm.credentials(app).findValuesAsText("type")).doesNotContain("twostep-office");
    assertThat(refusal(office("Another", Map.of()), plain)).contains("other-office", "hint");
    assertThat(office.delete("/offers/" + app).status()).isEqualTo(204);
    assertThat(office.delete("/accounts/" + plain).status()).isEqualTo(204);
    assertThat(office.delete("/accounts/" + plain).status()).isEqualTo(404);
    assertThat(realm.credentials(plain).findValuesAsText("type")).doesNotContain("twostep-office");
  }

  @Test
  @AbuseCase("G16")
  @DisplayName("G16 users of another realm or outside the office's organization are refused")
  void strangers() {
    String organization = realm.createOrganization("guild");
    TestOffice office = office("Guild", Map.of("organization", "guild"));
    String stranger = realm.createUser("stranger", NewUser.PASSWORD);
    String member = realm.createUser("member", NewUser.PASSWORD);
    realm.joinOrganization(member, organization);
    String elsewhere = environment.newRealm("office-other").createUser("far", NewUser.PASSWORD);

    assertThat(refusal(office, stranger)).contains("not-in-organization", "hint");
    assertThat(office.put("/accounts/" + elsewhere, "").status()).isEqualTo(404);
    assertThat(attach(office, member, "")).isEqualTo("attached");
    assertThat(office.look().get("accounts").asInt()).isEqualTo(1);
  }

  @Test
  @AbuseCase("G19")
  @DisplayName("G19 disabled accounts and those of programs are refused")
  void unfit() {
    TestOffice office = office("Unfit", Map.of());
    String disabled = realm.createUser("asleep", NewUser.PASSWORD);
    realm.updateUser(disabled, Map.of("enabled", false));
    String client = realm.createClient(Map.of("clientId", "robot", "serviceAccountsEnabled", true));
    String program =
        realm.get("clients/" + client + "/service-account-user").orFail().json().get("id").asText();

    assertThat(refusal(office, disabled)).contains("disabled", "hint");
    assertThat(refusal(office, program)).contains("service-account", "hint");
  }

  @Test
  @AbuseCase("G18")
  @DisplayName("G18 a deletion names whom it concerns, and leaves nobody with a password only")
  void deletion() {
    TestOffice office = office("Closing", Map.of());
    String bare = bare("left");
    String phone = realm.createUser(NewUser.named("phoned").withPhone("+4915112345678"));
    attach(office, bare, "1");
    attach(office, phone, "2");

    JsonNode preview = office.get("/deletion").orFail().json();
    assertThat(preview.get("accounts").asInt()).isEqualTo(2);
    assertThat(preview.get("withoutOwnFactor").asInt()).isEqualTo(1);
    assertThat(preview.get("first")).extracting(JsonNode::asText).containsExactly("left", "phoned");
    assertThat(office.delete("").status()).isEqualTo(409);
    assertThat(office.delete("?confirm=1").status()).isEqualTo(409);
    assertThat(office.look().get("accounts").asInt()).isEqualTo(2);

    assertThat(office.delete("?confirm=2").orFail().json().get("withoutOwnFactor").asInt())
        .isEqualTo(1);

    assertThat(office.get("").status()).isEqualTo(404);
    assertThat(realm.credentials(bare).findValuesAsText("type")).doesNotContain("twostep-office");
    assertThat(asksForAPass("left")).isTrue();
    assertThat(asksForAPass("phoned")).isFalse();
  }

  @Test
  @AbuseCase("G18")
  @DisplayName("G18 one account that is taken off, or loses its credential, needs a pass as well")
  void detaching() {
    TestOffice office = office("Leaving", Map.of());
    String one = bare("taken-off");
    String other = bare("removed");
    attach(office, one, "");
    attach(office, other, "");

    office.delete("/accounts/" + one).orFail();
    realm
        .credentials(other)
        .forEach(
            credential -> {
              if (credential.get("type").asText().equals("twostep-office")) {
                realm
                    .delete("users/" + other + "/credentials/" + credential.get("id").asText())
                    .orFail();
              }
            });

    assertThat(office.get("/accounts").orFail().json()).isEmpty();
    assertThat(asksForAPass("taken-off")).isTrue();
    assertThat(asksForAPass("removed")).isTrue();
    assertThat(attach(office, one, "")).isEqualTo("attached");
    assertThat(
            realm.get("twostep/users/" + one + "/pass").orFail().json().get("exists").asBoolean())
        .isFalse();
  }

  @Test
  @AbuseCase("G09")
  @DisplayName("G09 a device outlives its owner, and administrators are told")
  void owners() {
    TestOffice office = office("Owners", Map.of());
    String gone = realm.createUser("gone", NewUser.PASSWORD);
    String idle = realm.createUser("idle", NewUser.PASSWORD);
    String first = invite(office, "First", gone);
    String second = invite(office, "Second", idle);

    realm.delete("users/" + gone).orFail();
    realm.updateUser(idle, Map.of("enabled", false));

    Eventually.holds(
        "both alerts",
        Duration.ofSeconds(20),
        () ->
            StreamSupport.stream(realm.get("twostep/alerts").orFail().json().spliterator(), false)
                    .filter(one -> one.get("code").asText().equals("office-device-owner"))
                    .filter(one -> one.get("text").asText().matches(".*(First|Second).*"))
                    .count()
                == 2);
    assertThat(office.device(first).at("/owner/state").asText()).isEqualTo("gone");
    assertThat(office.device(first).get("state").asText()).isEqualTo("invited");
    assertThat(office.device(second).at("/owner/state").asText()).isEqualTo("disabled");
    assertThat(office.device(second).at("/owner/id").asText()).isEqualTo(idle);
  }

  @Test
  @AbuseCase("G05")
  @DisplayName("G05 an administrator gives an office that was blocked its full budget back")
  void unlocking() {
    TestOffice office = office("Blocked", Map.of());
    TestOffice other = office("Not blocked", Map.of());
    block(office, 100);
    block(other, 7);
    assertThat(office.look().get("wrongCodes").asInt()).isEqualTo(100);

    office.post("/unlock", Map.of()).orFail();

    assertThat(office.look().get("wrongCodes").asInt()).isZero();
    assertThat(other.look().get("wrongCodes").asInt()).isEqualTo(7);
  }

  @Test
  @DisplayName("One secret on many phones is chosen knowingly, and changed when somebody leaves")
  void shared() {
    TestOffice office = office("Shared", Map.of());
    office.bind("Own");
    Reply refused = office.put("", Map.of("shared", true));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("confirm=shared", "whoever leaves takes the secret");
    assertThat(office.post("/rekey", "").status()).isEqualTo(400);
    assertThat(office.put("?confirm=shared", Map.of("shared", true)).orFail().text())
        .contains("warning");

    TestOffice.Bound anna = office.bind("Anna");
    TestOffice.Bound ben = office.bind("Ben");
    assertThat(anna.secret()).isEqualTo(ben.secret());
    office.delete("/devices/" + ben.id()).orFail();
    assertThat(office.get("/rekey").orFail().json().get("officeDue").asBoolean()).isTrue();

    assertThat(office.post("/rekey", Map.of("until", "tomorrow")).status()).isEqualTo(400);
    assertThat(office.post("/rekey", Map.of("until", "2099-01-01T00:00:00Z")).status())
        .isEqualTo(400);
    office.post("/rekey", "").orFail();

    JsonNode due = office.get("/rekey").orFail().json();
    assertThat(due.get("officeDue").asBoolean()).isFalse();
    assertThat(due.get("devices").findValuesAsText("label")).containsExactly("Anna");
    TestOffice.Bound again =
        office.bind(office.post("/devices/" + anna.id() + "/renew", "").orFail().json());
    assertThat(again.secret()).isNotEqualTo(anna.secret());
    assertThat(office.get("/rekey").orFail().json().get("devices")).isEmpty();
  }

  @Test
  @DisplayName("Managers are named and dismissed")
  void managers() {
    TestOffice office = office("Managed", Map.of());
    String user = realm.createUser("manager", NewUser.PASSWORD);

    assertThat(office.put("/managers/" + user, "").status()).isEqualTo(204);
    assertThat(office.put("/managers/" + user, "").status()).isEqualTo(204);
    assertThat(office.get("/managers").orFail().json().findValuesAsText("userName"))
        .containsExactly("manager");
    assertThat(office.delete("/managers/" + user).status()).isEqualTo(204);
    assertThat(office.delete("/managers/" + user).status()).isEqualTo(404);
    assertThat(office.put("/managers/nobody", "").status()).isEqualTo(404);
    assertThat(events("TWOSTEP_OFFICE_MANAGER", office)).containsExactly("DELETE", "CREATE");
  }

  private TestOffice office(String name, Map<String, ?> options) {
    return TestOffice.create(environment, realm, name, options);
  }

  /** Somebody whose only second factor can be an office. */
  private String bare(String name) {
    return realm.createUser(NewUser.named(name).with("emailVerified", false));
  }

  private static String attach(TestOffice office, String user, String customer) {
    return office
        .put("/accounts/" + user, Map.of("customer", customer))
        .orFail()
        .json()
        .get("outcome")
        .asText();
  }

  private static String refusal(TestOffice office, String user) {
    Reply reply = office.put("/accounts/" + user, "");
    assertThat(reply.status()).isEqualTo(400);
    return reply.text();
  }

  private static String invite(TestOffice office, String label, String owner) {
    return office
        .post("/devices", Map.of("label", label, "owner", owner))
        .orFail()
        .json()
        .get("id")
        .asText();
  }

  private boolean asksForAPass(String user) {
    Page page =
        environment.newDriver().login(realm.name(), TestEnvironment.CLIENT, user, NewUser.PASSWORD);
    assertThat(page.isCallback()).isFalse();
    assertThat(page.has("#twostep-form")).isTrue();
    return page.text().contains("Enter your pass");
  }

  /** As that many wrong answers just now would have. */
  private void block(TestOffice office, int wrong) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 7);
    String id = realm.representation().get("id").asText();
    String name = ServerKey.of(key).digestOf(id, "tally\nWRONG_OFFICE\n" + office.id());
    long now = Instant.now().toEpochMilli();
    environment
        .database()
        .sql(
            "insert into twostep_tally (name, slot, realm_id, kind, amount, expires_at)"
                + " values (?, ?, ?, 'WRONG_OFFICE', ?, ?)",
            name,
            now / 300_000 * 300_000,
            id,
            wrong,
            now + 86_400_000);
  }

  private List<String> events(String resource, TestOffice office) {
    List<String> operations = new ArrayList<>();
    for (JsonNode event : realm.adminEvents()) {
      if (event.path("resourceType").asText().equals(resource)
          && event.path("resourcePath").asText().startsWith(office.path())) {
        operations.add(event.get("operationType").asText());
      }
    }
    return operations;
  }

  /** Of the list, one office, a change and a new office. */
  private List<Integer> statuses(TestOffice office, List<String> roles) {
    String token = Roles.token(environment, realm, "rights" + String.join("", roles), roles);
    String list = realm.name() + "/twostep/offices";
    String one = realm.name() + "/" + office.path();
    return List.of(
        realm.api().withToken(token, "GET", list, "").status(),
        realm.api().withToken(token, "GET", one + "/devices", "").status(),
        realm.api().withToken(token, "PUT", one, "{\"name\": \"\"}").status(),
        realm.api().withToken(token, "POST", list, "{}").status());
  }
}
