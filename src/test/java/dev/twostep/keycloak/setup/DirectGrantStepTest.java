package dev.twostep.keycloak.setup;

import static dev.twostep.keycloak.setup.Flows.alternative;
import static dev.twostep.keycloak.setup.Flows.disabled;
import static dev.twostep.keycloak.setup.Flows.flow;
import static dev.twostep.keycloak.setup.Flows.required;
import static dev.twostep.keycloak.setup.Flows.sub;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.ALTERNATIVE;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.DISABLED;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.REQUIRED;

import dev.twostep.keycloak.grant.GrantPassword;
import dev.twostep.keycloak.grant.GrantStepFactory;
import dev.twostep.keycloak.setup.FlowNode.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticationFlowModel;

class DirectGrantStepTest {

  private static final String USERNAME = "direct-grant-validate-username";

  private final InMemoryRealm realm = InMemoryRealm.withDefaultFlows();
  private final RecordedUsers users = new RecordedUsers();
  private final OwnFlow own =
      new OwnFlow(realm, Binding.DIRECT_GRANT, users, id -> Optional.empty());
  private final GrantLayout layout = new GrantLayout(Flows.CONDITION);
  private final DirectGrantStep step = new DirectGrantStep(realm, own, layout);

  @Test
  void namesAreTheOnesOfTheAuthenticators() {
    assertThat(GrantLayout.STEP).isEqualTo(GrantStepFactory.ID).isEqualTo("twostep-direct-grant");
    assertThat(GrantLayout.PASSWORD)
        .isEqualTo(GrantPassword.ID)
        .isEqualTo("twostep-direct-grant-password");
  }

  @Test
  void putsOurStepsInThePlaceOfKeycloaksOnce() {
    assertThat(step.check()).extracting(Finding::level).containsExactly(Finding.Level.ERROR);

    List<Change> first = step.apply();

    assertThat(first)
        .extracting(Change::detail)
        .containsExactly(
            "made \"twostep direct grant\" from \"direct grant\" and bound it",
            "left out \"Direct Grant - Conditional OTP\": the two-step policy decides who is asked"
                + " instead");
    assertThat(steps()).containsExactly(USERNAME, GrantLayout.PASSWORD, GrantLayout.STEP);
    assertThat(step.check()).isEmpty();
    String all = realm.everything();
    assertThat(step.apply()).isEmpty();
    assertThat(realm.everything()).isEqualTo(all);
  }

  @Test
  void undoLeavesNothingBehind() {
    String before = realm.everything();
    step.apply();

    assertThat(step.undo()).hasSize(2);
    assertThat(realm.everything()).isEqualTo(before);
    assertThat(step.undo()).isEmpty();
  }

  @Test
  void repairsAStepThatWasSwitchedOff() {
    step.apply();
    realm.set(realm.executionOf(GrantLayout.STEP, GrantLayout.FLOW), DISABLED);
    assertThat(step.check()).hasSize(1);

    assertThat(step.apply())
        .extracting(Change::detail)
        .containsExactly("repaired \"twostep direct grant\"");
    assertThat(steps()).containsExactly(USERNAME, GrantLayout.PASSWORD, GrantLayout.STEP);
    assertThat(step.apply()).isEmpty();
  }

  @Test
  void startsAgainFromTheEarlierFlowWhenNoPasswordIsAskedFor() {
    step.apply();
    realm.set(realm.executionOf(GrantLayout.PASSWORD, GrantLayout.FLOW), DISABLED);
    assertThat(step.check()).hasSize(1);

    assertThat(step.apply()).isNotEmpty();
    assertThat(step.check()).isEmpty();
    assertThat(steps()).contains(GrantLayout.PASSWORD);
  }

  @Test
  void bindsItsFlowAgainAfterTheEarlierOneWasBound() {
    AuthenticationFlowModel earlier = realm.getDirectGrantFlow();
    step.apply();
    realm.setDirectGrantFlow(earlier);

    assertThat(step.apply())
        .extracting(Change::detail)
        .containsExactly("bound \"twostep direct grant\" again");
  }

  @Test
  void leavesAHandMadeFlowAlone() {
    FlowTree good = flow("mine", required("x509"), required(GrantLayout.STEP));
    realm.setDirectGrantFlow(realm.add(good));
    String before = realm.everything();

    assertThat(step.apply()).isEmpty();
    assertThat(step.check()).isEmpty();
    assertThat(realm.everything()).isEqualTo(before);
  }

  @Test
  void seesWhereTheStepIsOfNoUse() {
    FlowNode password = required(GrantLayout.PASSWORD);
    FlowNode ours = required(GrantLayout.STEP);

    assertThat(layout.isSound(flow("f", password, ours))).isTrue();
    assertThat(layout.isSound(flow("f", password, ours, disabled("other")))).isTrue();
    assertThat(layout.isSound(flow("f", ours, password))).isFalse();
    assertThat(layout.isSound(flow("f", password, alternative(GrantLayout.STEP)))).isFalse();
    assertThat(layout.isSound(flow("f", alternative("cookie"), password, ours))).isFalse();
    assertThat(layout.isSound(flow("f", required(USERNAME), ours))).isFalse();
    assertThat(layout.isSound(flow("f", sub("s", ALTERNATIVE, password), ours))).isFalse();
    assertThat(layout.isSound(flow("f", sub("s", DISABLED, password), ours))).isFalse();
    assertThat(layout.isSound(flow("f", sub("s", REQUIRED, password), ours))).isTrue();
    assertThat(layout.isSound(flow("f", required("direct-grant-validate-password"), ours)))
        .isFalse();
  }

  @Test
  void undoIsRefusedWhileSomethingElseUsesTheFlow() {
    step.apply();
    users.others.add("browser flow of client wiki");

    assertThatThrownBy(step::undo)
        .isInstanceOf(SetupRefused.class)
        .hasMessageContaining("client wiki");
  }

  @Test
  void absentMeansNothingOfItIsThere() {
    assertThat(step.isAbsent()).isTrue();
    step.apply();
    assertThat(step.isAbsent()).isFalse();
  }

  private List<String> steps() {
    return own.read(realm.getDirectGrantFlow()).children().stream()
        .map(node -> ((Step) node).authenticator())
        .toList();
  }
}
