package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Stage;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A pass beside the rest: policies that ask nothing, other factors, roads without a page. */
@WithKeycloak
class PassAndPolicyIT {

  private final TestEnvironment environment;
  private final RealmApi realm;
  private final HelpDesk desk;

  PassAndPolicyIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
    this.desk = new HelpDesk(environment, realm);
  }

  @BeforeAll
  static void requireOfAll(RealmApi realm) {
    realm.setUpTwostep();
    realm.policy(
        "realm",
        realm.name(),
        Map.of("requirement", "required", "factors", new String[] {"sms", "totp"}));
  }

  @Test
  @DisplayName("where nothing is asked, a pass is not asked; where it is offered, neither")
  void notAskedWhereNothingIs() {
    String off = realm.createUser(NewUser.named("off"));
    String optional = realm.createUser(NewUser.named("undecided"));
    realm.policy("user", off, Map.of("requirement", "off"));
    realm.policy("user", optional, Map.of("requirement", "optional"));
    desk.pass(off);
    desk.pass(optional);

    assertThat(Stage.of(visitor().login("off"))).isEqualTo(Stage.IN);
    assertThat(Stage.of(visitor().login("undecided"))).isEqualTo(Stage.OFFERED);
  }

  @Test
  @DisplayName("who proves another factor loses a pass that is over, not one that is live")
  void anotherFactorTidiesUp() {
    String id = realm.createUser(NewUser.named("found").withApp());
    desk.pass(id);
    Visitor visitor = visitor();
    assertThat(Stage.of(visitor.app(visitor.login("found"), "found"))).isEqualTo(Stage.IN);
    assertThat(desk.factors(id)).containsExactly("otp", "twostep-pass");
    desk.agePass(id, Duration.ofHours(1));
    Visitor later = visitor();
    assertThat(Stage.of(later.nextApp(later.login("found"), "found"))).isEqualTo(Stage.IN);
    assertThat(desk.factors(id)).containsExactly("otp");
  }

  @Test
  @DisplayName("a password grant is refused while a pass waits: there is no page to give it on")
  void passwordGrant() {
    String id = realm.createUser(NewUser.named("grant"));
    desk.pass(id);

    assertThat(desk.tokenOf("grant")).isEmpty();
  }

  private Visitor visitor() {
    return Visitor.to(environment, realm);
  }
}
