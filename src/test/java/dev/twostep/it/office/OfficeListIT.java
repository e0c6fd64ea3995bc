package dev.twostep.it.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Accounts that join an office by list. */
@WithKeycloak
class OfficeListIT {

  private static final int MANY = 10_000;

  private final TestEnvironment environment;
  private final RealmApi realm;

  OfficeListIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
  }

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
  }

  @Test
  @DisplayName("Ten thousand lines in one go: tried, followed, and once more without any change")
  void tenThousand() {
    seed(MANY);
    TestOffice office = TestOffice.create(environment, realm, "Large", Map.of());
    String list =
        IntStream.range(0, MANY)
            .mapToObj(i -> (100_000 + i) + ";Client-" + i)
            .collect(Collectors.joining("\r\n", "Kundennummer;Benutzername\r\n", "\r\n"));

    JsonNode tried = office.upload(list, true);
    assertThat(outcomes(tried)).isEqualTo(Map.of("attached", MANY));
    assertThat(office.look().get("accounts").asInt()).isZero();
    assertThat(linked(office)).isZero();

    JsonNode followed = office.upload(list, false);
    assertThat(followed.get("state").asText()).isEqualTo("done");
    assertThat(followed.get("lines").asInt()).isEqualTo(MANY);
    assertThat(followed.get("done").asInt()).isEqualTo(MANY);
    assertThat(outcomes(followed)).isEqualTo(Map.of("attached", MANY));
    assertThat(office.look().get("accounts").asInt()).isEqualTo(MANY);
    assertThat(linked(office)).isEqualTo(MANY);

    String before = snapshot(office);
    assertThat(outcomes(office.upload(list, false))).isEqualTo(Map.of("unchanged", MANY));
    assertThat(snapshot(office)).isEqualTo(before);
  }

  @Test
  @DisplayName("Every line that cannot be followed is told with its reason and what to do")
  void errors() {
    TestOffice other = TestOffice.create(environment, realm, "Other", Map.of());
    TestOffice office = TestOffice.create(environment, realm, "Mixed", Map.of());
    realm.createUser("mixed-plain", NewUser.PASSWORD);
    realm.createUser(NewUser.named("mixed-app").withApp());
    String taken = realm.createUser("mixed-taken", NewUser.PASSWORD);
    other.put("/accounts/" + taken, "").orFail();
    String list =
        "10,MIXED-PLAIN\n20,mixed-app\n30,mixed-taken\n40,=nobody\n50\n10,mixed-plain\n60,mixed-plain\n";

    JsonNode tried = office.upload(list, true);
    JsonNode followed = office.upload(list, false);

    Map<String, Integer> expected =
        Map.of(
            "attached", 1,
            "invited", 1,
            "unchanged", 1,
            "other-office", 1,
            "unknown-user", 1,
            "malformed", 1,
            "duplicate", 1);
    assertThat(outcomes(tried)).isEqualTo(expected);
    assertThat(outcomes(followed)).isEqualTo(expected);
    Reply errors = office.get("/imports/" + followed.get("id").asText() + "/errors").orFail();
    assertThat(errors.raw().headers().firstValue("content-type").orElse("")).startsWith("text/csv");
    assertThat(
            errors
                .text()
                .lines()
                .skip(1)
                .map(line -> line.replaceAll("^(\"\\d+\");(\"[a-z-]+\");.*", "$1$2")))
        .containsExactly(
            "\"3\"\"other-office\"",
            "\"4\"\"unknown-user\"",
            "\"5\"\"malformed\"",
            "\"7\"\"duplicate\"");
    assertThat(errors.text()).contains("\"'=nobody\"", "take it off there", "check its spelling");
    assertThat(outcomes(office.upload(list, false)))
        .containsEntry("unchanged", 3)
        .doesNotContainKeys("attached", "invited", "renumbered");
    assertThat(realm.adminEvents().toString()).contains("TWOSTEP_OFFICE_ACCOUNT", "imports");
  }

  @Test
  @DisplayName("What is no list is refused before anything is followed")
  void noList() {
    TestOffice office = TestOffice.create(environment, realm, "Empty", Map.of());

    assertThat(office.post("/accounts/import", "").status()).isEqualTo(400);
    assertThat(office.post("/accounts/import", "Kunde;Benutzer\n").text())
        .contains("names no account", "hint");
    assertThat(office.post("/accounts/import", "1;a\n".repeat(20_001)).text())
        .contains("20000", "hint");
    assertThat(office.get("/imports").orFail().json()).isEmpty();
    assertThat(office.get("/imports/none").status()).isEqualTo(404);
  }

  private static Map<String, Integer> outcomes(JsonNode list) {
    return list.get("outcomes").properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, outcome -> outcome.getValue().asInt()));
  }

  /** By SQL: what is measured here is the list, not Keycloak's way to make users. */
  private void seed(int many) {
    environment
        .database()
        .sql(
            "insert into user_entity (id, username, realm_id, enabled, email_verified,"
                + " email_constraint, created_timestamp, not_before)"
                + " select gen_random_uuid()::text, 'client-' || n, ?, true, false,"
                + " gen_random_uuid()::text, 0, 0 from generate_series(0, ?) n",
            realmId(),
            many - 1);
  }

  /** How many accounts have the credential that goes with their row. */
  private long linked(TestOffice office) {
    return number(
        "select count(*) as n from twostep_office_account a join credential c"
            + " on c.user_id = a.user_id and c.type = 'twostep-office' where a.office_id = ?",
        office.id());
  }

  private String snapshot(TestOffice office) {
    return environment
        .database()
        .sql(
            "select md5(string_agg(a::text || c::text, '' order by a.user_id)) as all"
                + " from twostep_office_account a join credential c"
                + " on c.user_id = a.user_id where a.office_id = ?",
            office.id())
        .toString();
  }

  private long number(String query, String value) {
    return (Long) environment.database().sql(query, value).get(0).get("n");
  }

  private String realmId() {
    return realm.representation().get("id").asText();
  }
}
