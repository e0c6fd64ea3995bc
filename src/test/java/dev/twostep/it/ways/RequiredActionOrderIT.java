package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** After a flow that knows nothing of Twostep the guard asks, before any other required action. */
@WithKeycloak
class RequiredActionOrderIT {

  private static final String BARE = "bare";

  @BeforeAll
  static void wireFlowWithoutUs(RealmApi realm) {
    realm.setUpTwostep();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
    Flows.passwordOnly(realm, BARE);
  }

  @Test
  @AbuseCase("D42")
  @DisplayName("D42: the guard comes first, and no session before the last required action")
  void guardFirst(TestEnvironment environment, RealmApi realm) {
    realm.createUser(
        NewUser.named("actions")
            .withApp()
            .with("requiredActions", List.of("UPDATE_PASSWORD", "UPDATE_PROFILE")));
    Visitor visitor = Visitor.to(environment, realm);
    Page asked = visitor.login(BARE, "actions");
    Page wrong = visitor.code(asked, "000000");
    environment.database().sql("update TWOSTEP_ACCOUNT set STREAKS = ''");
    Page next = visitor.app(wrong, "actions");

    assertThat(List.of(Stage.of(asked), Stage.of(wrong))).containsOnly(Stage.ASKED);
    assertThat(next.isCallback()).isFalse();
    assertThat(visitor.open(BARE, Map.of("prompt", "none")).error()).hasValue("login_required");
    assertThat(Stage.of(finish(visitor, next))).isEqualTo(Stage.IN);
  }

  private static Page finish(Visitor visitor, Page start) {
    Page page = start;
    for (int actions = 0; actions < 3 && !page.isCallback(); actions++) {
      page =
          visitor
              .browser()
              .submit(
                  page,
                  page.has("input[name=password-new]")
                      ? Map.of("password-new", "other", "password-confirm", "other")
                      : Map.of());
    }
    return page;
  }

  @Test
  @AbuseCase("D42")
  @DisplayName("D42: another required action posted in place of the guard is not carried out")
  void otherActionPosted(TestEnvironment environment, RealmApi realm) {
    realm.createUser(
        NewUser.named("poster").withApp().with("requiredActions", List.of("UPDATE_PASSWORD")));
    Visitor visitor = Visitor.to(environment, realm);
    Page asked = visitor.login(BARE, "poster");
    for (String other : new String[] {"UPDATE_PASSWORD", "twostep-enrol-phone", "nonsense"}) {
      URI elsewhere =
          URI.create(
              asked.form().absUrl("action").replaceAll("execution=[^&]*", "execution=" + other));
      Page page =
          visitor
              .browser()
              .post(elsewhere, Map.of("password-new", "stolen", "password-confirm", "stolen"));
      assertThat(page.isCallback()).as(other).isFalse();
    }

    Visitor owner = Visitor.to(environment, realm);
    assertThat(Stage.of(owner.login(BARE, "poster"))).isEqualTo(Stage.ASKED);
  }

  @Test
  @AbuseCase("D42")
  @DisplayName("D42: asking an application's way for an action does not get around the guard")
  void requestedAction(TestEnvironment environment, RealmApi realm) {
    realm.createUser(NewUser.named("requests").withApp());
    for (String action :
        new String[] {
          "twostep-second-step-guard", "UPDATE_PASSWORD", "twostep-enrol-phone", "CONFIGURE_TOTP"
        }) {
      Visitor visitor = Visitor.to(environment, realm);
      Page asked = visitor.password(visitor.open(BARE, Map.of("kc_action", action)), "requests");
      assertThat(Stage.of(asked)).as(action).isEqualTo(Stage.ASKED);
      Page canceled = visitor.press(asked, Map.of("cancel-aia", "true"));
      assertThat(canceled.isCallback()).as(action).isFalse();
      assertThat(visitor.open(BARE, Map.of("prompt", "none")).error())
          .as(action)
          .hasValue("login_required");
    }
  }
}
