package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Changing a factor needs an existing one that was proven lately, whatever road is taken. */
@WithKeycloak
class ElevationIT {

  private static final String APP = TestEnvironment.CLIENT;
  private static final List<String> CHANGES =
      List.of(
          "CONFIGURE_TOTP",
          "CONFIGURE_RECOVERY_AUTHN_CODES",
          "webauthn-register",
          "twostep-enrol-phone",
          "twostep-enrol-email");

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
  }

  @Test
  @AbuseCase("C07")
  @DisplayName("C07: a password-only session is asked for the existing factor before any new one")
  void addingAsksFirst(TestEnvironment environment, RealmApi realm) {
    String id = user(realm, "c07", "off");
    Visitor visitor = Visitor.to(environment, realm);
    assertThat(Stage.of(visitor.login("c07"))).isEqualTo(Stage.IN);

    for (String change : CHANGES) {
      Page asked = visitor.change(change, "c07");
      assertThat(Stage.of(asked)).as(change).isEqualTo(Stage.ASKED);
      assertThat(Stage.of(visitor.code(asked, "000000"))).as(change).isEqualTo(Stage.ASKED);
    }
    assertThat(types(realm, id)).containsExactlyInAnyOrder("password", "otp");
  }

  @Test
  @AbuseCase("C07")
  @DisplayName("C07: right after a proof nothing is asked again")
  void freshProofIsEnough(TestEnvironment environment, RealmApi realm) {
    user(realm, "fresh", "required");
    Visitor visitor = Visitor.to(environment, realm);
    assertThat(Stage.of(visitor.app(visitor.login("fresh"), "fresh"))).isEqualTo(Stage.IN);

    Page now = visitor.open(APP, Map.of("kc_action", "twostep-enrol-phone"));
    assertThat(Stage.of(now)).isEqualTo(Stage.ENROL);
  }

  @Test
  @AbuseCase({"C10", "C12"})
  @DisplayName("C10 C12: account REST removes nothing with a password-only or granted token")
  void restRemovesNothing(TestEnvironment environment, RealmApi realm) {
    String id = realm.createUser(NewUser.named("c10").withPhone("+4915287000010"));
    realm.policy("user", id, Map.of("requirement", "off"));
    String phone = credential(realm, id, "twostep-phone");
    Visitor visitor = Visitor.to(environment, realm);
    OwnAccount session = OwnAccount.of(visitor, realm, visitor.login("c10"));
    OwnAccount granted = OwnAccount.granted(visitor, realm, grant("c10", "openid"));
    OwnAccount offline = OwnAccount.granted(visitor, realm, grant("c10", "openid offline_access"));

    for (OwnAccount account : List.of(session, granted, offline)) {
      assertThat(account.send("GET", "credentials", "").status()).isEqualTo(200);
      assertThat(account.remove(phone).status()).isEqualTo(403);
      assertThat(account.remove("twostep-phone-id").status()).isEqualTo(403);
    }
    assertThat(types(realm, id)).contains("twostep-phone");
  }

  @Test
  @AbuseCase("C10")
  @DisplayName("C10: account REST removes a factor for a session that has just proven one")
  void restRemovesAfterProof(TestEnvironment environment, RealmApi realm) {
    String id = user(realm, "c10b", "off");
    realm.policy("user", id, Map.of("requirement", "optional"));
    Visitor visitor = Visitor.to(environment, realm);
    OwnAccount account = OwnAccount.of(visitor, realm, visitor.app(visitor.login("c10b"), "c10b"));

    assertThat(account.remove(credential(realm, id, "otp")).status()).isEqualTo(204);
    assertThat(types(realm, id)).containsExactly("password");
  }

  @Test
  @DisplayName("a required user cannot drop below one usable factor, by page or by REST")
  void lastFactorStays(TestEnvironment environment, RealmApi realm) {
    String id = user(realm, "last", "required");
    String app = credential(realm, id, "otp");
    Visitor visitor = Visitor.to(environment, realm);
    OwnAccount account = OwnAccount.of(visitor, realm, visitor.app(visitor.login("last"), "last"));

    assertThat(account.remove(app).status()).isEqualTo(403);
    Page refused = visitor.open(APP, Map.of("kc_action", "delete_credential:" + app));
    assertThat(Stage.of(refused)).isEqualTo(Stage.REFUSED);
    assertThat(refused.text()).contains("only way to confirm a login");
    assertThat(types(realm, id)).contains("otp");
  }

  @Test
  @DisplayName("while the policy only observes, removing a factor is as Keycloak has it")
  void observingHoldsNothing(TestEnvironment environment, RealmApi realm) {
    String id = user(realm, "watched", "required");
    String app = credential(realm, id, "otp");
    realm.attribute("twostep.state", "observe");
    try {
      Visitor visitor = Visitor.to(environment, realm);
      assertThat(Stage.of(visitor.login("watched"))).isEqualTo(Stage.IN);
      Page confirm = visitor.open(APP, Map.of("kc_action", "delete_credential:" + app));
      visitor.browser().submit(confirm, Map.of("accept", "true"));
      assertThat(types(realm, id)).containsExactly("password");
    } finally {
      realm.attribute("twostep.state", "on");
    }
  }

  @Test
  @AbuseCase("C11")
  @DisplayName("C11: removal by alias, by another user's id or without a proof removes nothing")
  void aliasesRemoveNothing(TestEnvironment environment, RealmApi realm) {
    String id = user(realm, "c11", "off");
    String other = user(realm, "c11-other", "off");
    String own = credential(realm, id, "otp");
    Visitor visitor = Visitor.to(environment, realm);
    assertThat(Stage.of(visitor.login("c11"))).isEqualTo(Stage.IN);

    for (String target : List.of(own, "otp-id", credential(realm, other, "otp"))) {
      Page page = visitor.change("delete_credential:" + target, "c11");
      assertThat(Stage.of(page)).as(target).isEqualTo(Stage.ASKED);
    }
    Page alias = visitor.change("delete_credential:otp-id", "c11");
    Page after = visitor.app(alias, "c11");
    assertThat(after.has("#kc-delete-text, [name=accept]")).as(after.text()).isFalse();
    Page foreign =
        visitor.open(
            APP, Map.of("kc_action", "delete_credential:" + credential(realm, other, "otp")));
    assertThat(foreign.has("[name=accept]")).as(foreign.text()).isFalse();
    assertThat(types(realm, id)).contains("otp");
    assertThat(types(realm, other)).contains("otp");
  }

  @Test
  @AbuseCase("C36")
  @DisplayName("C36: a factor that was added today does not push out an older one")
  void newFactorHasNoSeniority(TestEnvironment environment, RealmApi realm) {
    String id =
        realm.createUser(
            NewUser.named("c36").withPhone("+4915287000036").withApp(System.currentTimeMillis()));
    realm.policy("user", id, Map.of("requirement", "required"));
    String phone = credential(realm, id, "twostep-phone");
    Visitor visitor = Visitor.to(environment, realm);
    OwnAccount account = OwnAccount.of(visitor, realm, visitor.app(visitor.login("c36"), "c36"));

    assertThat(account.remove(phone).status()).isEqualTo(403);
    for (String change : List.of("delete_credential:" + phone, "twostep-enrol-phone")) {
      Page refused = visitor.open(APP, Map.of("kc_action", change));
      assertThat(Stage.of(refused)).as(change).isEqualTo(Stage.REFUSED);
      assertThat(refused.text()).contains("added only recently");
    }
    assertThat(types(realm, id)).contains("twostep-phone");
  }

  @Test
  @AbuseCase("C30")
  @DisplayName("C30: the number is in no attribute: changing those moves no code")
  void attributesMoveNoNumber(TestEnvironment environment, RealmApi realm) {
    realm.allowUnmanagedAttributes();
    String number = "+4915287000030";
    String id = realm.createUser(NewUser.named("c30").withPhone(number));
    realm.updateUser(id, Map.of("attributes", Map.of("phoneNumber", List.of("+4915287999999"))));
    realm.policy("user", id, Map.of("requirement", "required"));
    Visitor visitor = Visitor.to(environment, realm);

    visitor.login("c30");

    environment.gateway().awaitSms(number, 1, java.time.Duration.ofSeconds(30));
    assertThat(environment.gateway().requestsFor("+4915287999999")).isEmpty();
  }

  @Test
  @AbuseCase("D17")
  @DisplayName("D17: an impersonating administrator changes no factor and sets none up")
  void impersonatorChangesNothing(TestEnvironment environment, RealmApi realm) {
    String plain = realm.createUser(NewUser.named("d17"));
    realm.policy("user", plain, Map.of("requirement", "off"));
    String owed = realm.createUser(NewUser.named("d17-owed"));
    realm.policy("user", owed, Map.of("requirement", "required"));

    for (String change : CHANGES) {
      Visitor admin = Visitor.impersonating(environment, realm, plain);
      Page page = admin.open(APP, Map.of("kc_action", change));
      assertThat(Stage.of(page)).as(change).isIn(Stage.REFUSED, Stage.PASSWORD);
    }
    Page enrolment = Visitor.impersonating(environment, realm, owed).open(APP);
    assertThat(Stage.of(enrolment)).isEqualTo(Stage.REFUSED);
    assertThat(types(realm, plain)).containsExactly("password");
    JsonNode event = realm.latestEvent(owed, "LOGIN_ERROR");
    assertThat(event.path("details").path("twostep_reason").asText()).isEqualTo("impersonated");
    assertThat(event.path("details").path("twostep_impersonator").asText()).isEqualTo("admin");
  }

  private static Map<String, String> grant(String username, String scope) {
    return Map.of(
        "grant_type", "password",
        "client_id", APP,
        "username", username,
        "password", NewUser.PASSWORD,
        "scope", scope);
  }

  private static String user(RealmApi realm, String name, String requirement) {
    String id = realm.createUser(NewUser.named(name).withApp());
    realm.policy("user", id, Map.of("requirement", requirement));
    return id;
  }

  private static String credential(RealmApi realm, String user, String type) {
    return StreamSupport.stream(realm.credentials(user).spliterator(), false)
        .filter(credential -> credential.path("type").asText().equals(type))
        .map(credential -> credential.path("id").asText())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> types(RealmApi realm, String user) {
    return StreamSupport.stream(realm.credentials(user).spliterator(), false)
        .map(credential -> credential.path("type").asText())
        .toList();
  }
}
