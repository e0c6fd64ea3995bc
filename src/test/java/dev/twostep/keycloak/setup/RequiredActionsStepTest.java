package dev.twostep.keycloak.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RequiredActionProviderModel;

/** D42: no other required action may come before the guard. */
class RequiredActionsStepTest {

  private final InMemoryRealm realm = InMemoryRealm.withDefaultFlows();
  private final RequiredActionsStep step =
      new RequiredActionsStep(realm, id -> Optional.of("Name of " + id));

  @BeforeEach
  void someActions() {
    realm.addAction("TERMS_AND_CONDITIONS", false, 20);
    realm.addAction("UPDATE_PASSWORD", true, 57);
  }

  @Test
  void registersTheGuardFirst() {
    assertThat(step.apply()).hasSize(6);

    assertThat(realm.getRequiredActionProvidersStream().map(RequiredActionProviderModel::getAlias))
        .containsExactly(
            "twostep-second-step-guard",
            "TERMS_AND_CONDITIONS",
            "UPDATE_PASSWORD",
            "twostep-enrol-phone",
            "twostep-enrol-email",
            "twostep-turn-off",
            "twostep-app-password",
            "twostep-confirm");
    assertThat(realm.getRequiredActionProviderByAlias("twostep-enrol-phone").getName())
        .isEqualTo("Name of twostep-enrol-phone");
    assertThat(step.check()).isEmpty();
    assertThat(step.apply()).isEmpty();
  }

  @Test
  void repairsWhatWasSwitchedOffOrMoved() {
    step.apply();
    RequiredActionProviderModel guard =
        realm.getRequiredActionProviderByAlias("twostep-second-step-guard");
    guard.setPriority(200);
    realm.getRequiredActionProviderByAlias("twostep-enrol-email").setEnabled(false);
    assertThat(step.check()).hasSize(2);

    assertThat(step.apply())
        .extracting(Change::detail)
        .containsExactly(
            "repaired \"twostep-second-step-guard\"", "repaired \"twostep-enrol-email\"");
    assertThat(realm.getRequiredActionProvidersStream().findFirst())
        .map(RequiredActionProviderModel::getAlias)
        .contains("twostep-second-step-guard");
    assertThat(step.apply()).isEmpty();
  }

  @Test
  void undoLeavesNothingBehind() {
    String before = realm.everything();
    step.apply();

    assertThat(step.undo()).hasSize(6);
    assertThat(realm.everything()).isEqualTo(before);
    assertThat(step.isAbsent()).isTrue();
  }

  @Test
  void undoKeepsWhatAnAdministratorHadRegistered() {
    realm.addAction("twostep-enrol-phone", false, 7);
    step.apply();

    step.undo();

    RequiredActionProviderModel phone =
        realm.getRequiredActionProviderByAlias("twostep-enrol-phone");
    assertThat(phone.isEnabled()).isFalse();
    assertThat(phone.getPriority()).isEqualTo(7);
    assertThat(realm.getRequiredActionProviderByAlias("twostep-second-step-guard")).isNull();
  }

  @Test
  void neverRegistersAnActionThatTheServerLacks() {
    RequiredActionsStep bare = new RequiredActionsStep(realm, id -> Optional.empty());

    assertThat(bare.apply()).isEmpty();
    assertThat(bare.check()).hasSize(6).allMatch(f -> f.level() == Finding.Level.ERROR);
  }

  @Test
  void idsAreStoredInRealmsAndNeverChange() {
    assertThat(RequiredActionsStep.ACTIONS)
        .isEqualTo(
            List.of(
                "twostep-second-step-guard",
                "twostep-enrol-phone",
                "twostep-enrol-email",
                "twostep-turn-off",
                "twostep-app-password",
                "twostep-confirm"));
    assertThat(
            List.of(
                Binding.BROWSER.memory(),
                RequiredActionsStep.MEMORY,
                UserProfileStep.MEMORY,
                AccountClientStep.MEMORY,
                AccountClientStep.CLIENT))
        .containsExactly(
            "twostep.setup.browser",
            "twostep.setup.actions",
            "twostep.setup.profile",
            "twostep.setup.client",
            "twostep-account");
  }
}
