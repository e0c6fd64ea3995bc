package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.ldap.Directory;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Users of a directory that Keycloak may not write: the password is there, the factors are ours.
 */
@WithKeycloak
@TestInstance(Lifecycle.PER_CLASS)
class FederatedUsersIT {

  private final Directory directory = Directory.start("lena", "paul", "rosa");
  private final TestEnvironment environment;
  private final RealmApi realm;
  private final HelpDesk desk;

  FederatedUsersIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
    this.desk = new HelpDesk(environment, realm);
  }

  @BeforeAll
  void connect() {
    Assumptions.assumeFalse(
        environment.gatewayUrl().contains("testcontainers"), "a container cannot reach it");
    realm.setUpTwostep();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
    realm.post("components", directory.readOnlyProvider()).orFail();
  }

  @AfterAll
  void stop() {
    directory.close();
  }

  @Test
  @DisplayName("a user of a read-only directory sets up a phone and logs in with it")
  void phone() {
    String number = "+4915100730001";
    enrol("lena", number);
    Visitor visitor = Visitor.to(environment, realm);
    coolDown();
    Page asked = login(visitor, "lena", Directory.PASSWORD);
    String text = environment.gateway().awaitSms(number, 2, HelpDesk.PATIENCE);
    Page in = visitor.code(asked, SmsGatewayDouble.codeIn(text));

    assertThat(Stage.of(asked)).isEqualTo(Stage.ASKED);
    assertThat(Stage.of(in)).as(in.text()).isEqualTo(Stage.IN);
    assertThat(desk.factors(id("lena"))).containsExactly("twostep-phone");
  }

  @Test
  @AbuseCase("D31")
  @DisplayName("D31: an empty password opens nothing, not even with a right code at hand")
  void emptyPassword() {
    String number = "+4915100730002";
    enrol("paul", number);
    coolDown();
    login(Visitor.to(environment, realm), "paul", Directory.PASSWORD);
    String text = environment.gateway().awaitSms(number, 2, HelpDesk.PATIENCE);
    String code = SmsGatewayDouble.codeIn(text);
    coolDown();
    for (String password : new String[] {"", " ", "\u0000"}) {
      Visitor stranger = Visitor.to(environment, realm);
      Page form = stranger.open("app");
      Page refused =
          stranger
              .browser()
              .submit(form, Map.of("username", "paul", "password", password, "code", code));
      Page still =
          stranger.browser().submit(refused, Map.of("code", code, "twostepAction", "verify"));

      assertThat(Stage.of(refused)).as(refused.text()).isEqualTo(Stage.PASSWORD);
      assertThat(still.isCallback()).isFalse();
      assertThat(stranger.open("app", Map.of("prompt", "none")).error()).hasValue("login_required");
    }
    assertThat(environment.gateway().codes(number)).hasSize(2);
  }

  @Test
  @DisplayName("a pass and a reset work for a user of a read-only directory, too")
  void passAndReset() {
    enrol("rosa", "+4915100730003");
    String id = id("rosa");
    String pass = desk.pass(id);
    assertThat(desk.reset(id).orFail().json().get("removed")).hasSize(1);
    Visitor visitor = Visitor.to(environment, realm);
    Page asked = login(visitor, "rosa", Directory.PASSWORD);
    assertThat(asked.text()).contains("Enter your pass");
    Page enrol = visitor.code(asked, pass);
    Page code = desk.number(visitor, enrol, "+4915100730004");

    assertThat(Stage.of(visitor.code(code, desk.smsCode("+4915100730004")))).isEqualTo(Stage.IN);
    assertThat(desk.factors(id)).containsExactly("twostep-phone");
    desk.reset(id).orFail();
    assertThat(Stage.of(login(Visitor.to(environment, realm), "rosa", Directory.PASSWORD)))
        .isEqualTo(Stage.ENROL);
  }

  private void enrol(String username, String number) {
    Visitor visitor = Visitor.to(environment, realm);
    Page enrol = login(visitor, username, Directory.PASSWORD);
    assertThat(Stage.of(enrol)).as(enrol.text()).isEqualTo(Stage.ENROL);
    Page code = desk.number(visitor, enrol, number);
    Page in = visitor.code(code, desk.smsCode(number));
    assertThat(Stage.of(in)).as(in.text()).isEqualTo(Stage.IN);
  }

  private static Page login(Visitor visitor, String username, String password) {
    return visitor.browser().password(visitor.open("app"), username, password);
  }

  private String id(String username) {
    return realm.userNamed(username).get("id").asText();
  }

  private void coolDown() {
    environment.database().sql("update TWOSTEP_ACCOUNT set MESSAGES_SENT = ''");
    environment.database().sql("update TWOSTEP_CONTACT set MESSAGES_SENT = ''");
  }
}
