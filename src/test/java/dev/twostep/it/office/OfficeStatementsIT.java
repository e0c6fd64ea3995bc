package dev.twostep.it.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import dev.twostep.it.office.OfficeRows.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a login by an office's device costs the database, however large the office is. */
@WithKeycloak
class OfficeStatementsIT {

  private static final int ACCOUNTS = 9;
  private static final int WARM_UP = 4;

  /**
   * Twice, at the page and at the answer: what the office lets count. Once: its wrong codes, its
   * log, the device's last use and, within an hour, the account's.
   */
  private static final int MORE_THAN_AN_APP = 6;

  private final TestEnvironment environment;
  private final RealmApi realm;

  OfficeStatementsIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
  }

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
  }

  @Test
  @DisplayName(
      "1, 10 and 100 devices, 10,000 accounts: the same statements, few more than an app's")
  void doesNotGrow() {
    Map<String, Long> one = ofOffice(1, 0);
    Map<String, Long> ten = ofOffice(10, 0);
    Map<String, Long> hundred = ofOffice(100, 0);
    Map<String, Long> crowded = ofOffice(10, 10_000);
    Map<String, Long> app = ofApp();

    assertThat(ten).isEqualTo(one);
    assertThat(hundred).isEqualTo(one);
    assertThat(crowded).isEqualTo(one);
    assertThat(total(one))
        .as("an own app's: %s", app)
        .isLessThanOrEqualTo(total(app) + MORE_THAN_AN_APP);
  }

  private Map<String, Long> ofOffice(int devices, int crowd) {
    String name = "office " + devices + " " + crowd;
    OfficeRows office = OfficeRows.create(realm, environment.database(), Map.of("name", name));
    List<Device> all = new ArrayList<>();
    for (int n = 0; n < devices; n++) {
      all.add(office.device("device " + n));
    }
    office.crowd(crowd);
    List<String> accounts = new ArrayList<>();
    for (int n = 0; n < ACCOUNTS; n++) {
      String account = "counted-" + devices + "-" + crowd + "-" + n;
      office.attach(realm.createUser(NewUser.named(account)), account);
      accounts.add(account);
    }
    return least(accounts, account -> all.get(devices - 1).app().code());
  }

  private Map<String, Long> ofApp() {
    List<String> accounts = new ArrayList<>();
    for (int n = 0; n < ACCOUNTS; n++) {
      realm.createUser(NewUser.named("counted-app-" + n).withApp());
      accounts.add("counted-app-" + n);
    }
    return least(accounts, account -> NewUser.appOf(account).code());
  }

  /** What else the server does meanwhile can only add: the least of several logins counts. */
  private Map<String, Long> least(List<String> accounts, Function<String, String> code) {
    // A cache full of other tests' users would not keep these.
    realm.post("clear-user-cache", Map.of()).orFail();
    List<Map<String, Long>> logins = new ArrayList<>();
    for (String account : accounts) {
      // Keycloak reads a user from the database once.
      Employee.at(environment, realm).login(account);
      logins.add(
          environment.database().statementsDuring(() -> login(account, code.apply(account))));
    }
    Map<String, Long> least = new TreeMap<>(logins.get(accounts.size() - 1));
    for (Map<String, Long> one : logins.subList(WARM_UP, logins.size())) {
      least.replaceAll((statement, calls) -> Math.min(calls, one.getOrDefault(statement, 0L)));
    }
    least.values().removeIf(calls -> calls == 0);
    return least;
  }

  private void login(String account, String code) {
    Employee at = Employee.at(environment, realm);
    Page in = at.code(at.login(account), code);
    assertThat(Stage.of(in)).as(in.text()).isEqualTo(Stage.IN);
  }

  private static long total(Map<String, Long> statements) {
    return statements.values().stream().mapToLong(Long::longValue).sum();
  }
}
