package dev.twostep.keycloak.setup;

import static dev.twostep.keycloak.setup.Flows.LAYOUT;
import static dev.twostep.keycloak.setup.Flows.PLACEMENT;
import static dev.twostep.keycloak.setup.Flows.alternative;
import static dev.twostep.keycloak.setup.Flows.flow;
import static dev.twostep.keycloak.setup.Flows.required;
import static dev.twostep.keycloak.setup.Flows.sub;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.ALTERNATIVE;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.DISABLED;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.REQUIRED;

import dev.twostep.keycloak.setup.FlowNode.Config;
import dev.twostep.keycloak.setup.FlowNode.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;

class BrowserFlowStepTest {

  private final InMemoryRealm realm = InMemoryRealm.withDefaultFlows();
  private final RecordedUsers users = new RecordedUsers();
  private final OwnFlow own = new OwnFlow(realm, Binding.BROWSER, users, id -> Optional.empty());
  private final BrowserFlowStep step = new BrowserFlowStep(realm, own, LAYOUT);

  /** Each level is a condition with settings of its own. */
  private static final int LEVELS = 4;

  @Test
  void copiesAndBindsTheFlowOnce() {
    List<Change> first = step.apply();

    assertThat(first).extracting(Change::detail).first().asString().contains("twostep browser");
    assertThat(realm.getBrowserFlow().getAlias()).isEqualTo("twostep browser");
    assertThat(PLACEMENT.flaws(own.read(realm.getBrowserFlow()))).isEmpty();
    assertThat(errors()).isEmpty();
    String all = realm.everything();
    assertThat(step.apply()).isEmpty();
    assertThat(realm.everything()).isEqualTo(all);
  }

  @Test
  void undoLeavesNothingBehind() {
    String before = realm.everything();
    step.apply();

    List<Change> undone = step.undo();

    assertThat(undone).hasSize(2);
    assertThat(realm.everything()).isEqualTo(before);
    assertThat(step.undo()).isEmpty();
  }

  @Test
  void saysThatUsersAreNoLongerAskedWhileThereIsNoPolicy() {
    step.apply();
    assertThat(step.check()).extracting(Finding::level).containsExactly(Finding.Level.WARNING);

    realm.setAttribute("twostep.requirement", "required");
    assertThat(step.check()).isEmpty();
  }

  @Test
  void copiesSettingsInsteadOfSharingThem() {
    Config settings = new Config("idp", Map.of("defaultProvider", "corp"), Optional.empty());
    FlowNode redirector =
        new Step("identity-provider-redirector", ALTERNATIVE, Optional.of(settings));
    realm.setBrowserFlow(realm.add(flow("mine", redirector, alternative("auth-cookie"))));
    int before = realm.configs.size();

    step.apply();

    assertThat(realm.configs).hasSize(before + 2 + LEVELS);
    assertThat(realm.configs.values())
        .filteredOn(config -> Map.of("defaultProvider", "corp").equals(config.getConfig()))
        .extracting(AuthenticatorConfigModel::getAlias)
        .containsExactly("idp", "twostep idp");
  }

  @Test
  void repairsAStepThatWasSwitchedOff() {
    step.apply();
    realm.set(realm.executionOf(Placement.AUTHENTICATOR, "twostep"), DISABLED);
    assertThat(errors()).hasSize(1);

    assertThat(step.apply())
        .extracting(Change::detail)
        .containsExactly("repaired \"twostep browser\"");
    assertThat(errors()).isEmpty();
    assertThat(step.apply()).isEmpty();
    assertThat(realm.flows.values().stream().map(AuthenticationFlowModel::getAlias))
        .doesNotHaveDuplicates()
        .contains("twostep browser")
        .noneMatch(alias -> alias.endsWith(" 2"));
  }

  @Test
  void repairsFromTheEarlierFlowWhenNobodyIsIdentified() {
    String before = realm.everything();
    step.apply();
    realm.executions.values().stream()
        .filter(e -> e.getFlowId() != null)
        .filter(e -> realm.flows.get(e.getFlowId()).getAlias().equals("twostep identify"))
        .forEach(e -> e.setRequirement(DISABLED));

    assertThat(step.apply()).isNotEmpty();
    assertThat(errors()).isEmpty();
    assertThat(step.apply()).isEmpty();
    step.undo();
    assertThat(realm.everything()).isEqualTo(before);
  }

  @Test
  void bindsItsFlowAgainAfterTheEarlierOneWasBound() {
    AuthenticationFlowModel earlier = realm.getBrowserFlow();
    step.apply();
    String ours = realm.getBrowserFlow().getId();
    realm.setBrowserFlow(earlier);

    assertThat(step.apply())
        .extracting(Change::detail)
        .containsExactly("bound \"twostep browser\" again");
    assertThat(realm.getBrowserFlow().getId()).isEqualTo(ours);
  }

  @Test
  void startsFromAnotherFlowThatWasBoundInTheMeantime() {
    step.apply();
    AuthenticationFlowModel other = realm.add(flow("other", required("kiosk")));
    realm.setBrowserFlow(other);

    step.apply();

    assertThat(realm.getBrowserFlow().getAlias()).isEqualTo("twostep browser");
    assertThat(realm.executionOf("kiosk", "twostep identify")).isNotNull();
    step.undo();
    assertThat(realm.getBrowserFlow().getId()).isEqualTo(other.getId());
  }

  @Test
  void leavesAHandMadeFlowAlone() {
    FlowTree good =
        flow("mine", sub("who", REQUIRED, required("pw")), required(Placement.AUTHENTICATOR));
    realm.setBrowserFlow(realm.add(good));
    String before = realm.everything();

    assertThat(step.apply()).isEmpty();
    assertThat(step.check()).isEmpty();
    assertThat(step.undo()).isEmpty();
    assertThat(realm.everything()).isEqualTo(before);
  }

  @Test
  void undoKeepsAFlowThatWasBoundByHand() {
    step.apply();
    AuthenticationFlowModel other = realm.add(flow("other", required("kiosk")));
    realm.setBrowserFlow(other);

    assertThat(step.undo()).extracting(Change::detail).first().asString().contains("by hand");
    assertThat(realm.getBrowserFlow().getId()).isEqualTo(other.getId());
    assertThat(realm.getFlowByAlias("twostep browser")).isNull();
  }

  @Test
  void undoIsRefusedWhileSomethingElseUsesTheFlow() {
    step.apply();
    users.others.add("identity provider corp");
    String before = realm.everything();

    assertThatThrownBy(step::undo)
        .isInstanceOf(SetupRefused.class)
        .hasMessageContaining("identity provider corp");
    assertThat(realm.everything()).isEqualTo(before);
  }

  @Test
  void doesNotTakeANameThatIsTaken() {
    realm.add(flow("twostep browser", required("kiosk")));

    step.apply();

    assertThat(realm.getBrowserFlow().getAlias()).isEqualTo("twostep browser 2");
    assertThat(step.apply()).isEmpty();
  }

  @Test
  void absentMeansNothingOfItIsThere() {
    assertThat(step.isAbsent()).isTrue();
    step.apply();
    assertThat(step.isAbsent()).isFalse();
  }

  private List<Finding> errors() {
    return step.check().stream().filter(f -> f.level() == Finding.Level.ERROR).toList();
  }
}
