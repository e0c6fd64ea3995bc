package dev.twostep.keycloak.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetupTest {

  private final InMemoryRealm realm = InMemoryRealm.withDefaultFlows();
  private final InMemoryProfile profile = new InMemoryProfile();
  private final OwnFlow own =
      new OwnFlow(realm, Binding.BROWSER, new RecordedUsers(), id -> Optional.empty());
  private final Setup setup =
      new Setup(
          List.of(
              new BrowserFlowStep(realm, own, Flows.LAYOUT),
              new RequiredActionsStep(realm, Optional::of),
              new AccountClientStep(realm),
              new UserProfileStep(realm, profile)),
          List.of(new SettingsCheck(realm, "login.example.org", () -> true)));

  @Test
  void goesFromNoneToSetUpAndBack() {
    String before = realm.everything();
    assertThat(setup.check().state()).isEqualTo("none");

    SetupReport.Applied applied = setup.apply();

    assertThat(applied.state()).isEqualTo("set-up");
    assertThat(applied.changed()).isNotEmpty();
    assertThat(setup.apply().changed()).isEmpty();
    setup.undo();
    assertThat(realm.everything()).isEqualTo(before);
    assertThat(profile.stored).isEmpty();
    assertThat(setup.check().state()).isEqualTo("none");
  }

  @Test
  void aPartThatBrokeMeansPartly() {
    setup.apply();
    realm.getRequiredActionProviderByAlias("twostep-second-step-guard").setEnabled(false);

    assertThat(setup.check().state()).isEqualTo("partly");
  }

  @Test
  void thePolicyOutlivesTheSetup() {
    setup.apply();
    realm.setAttribute("twostep.requirement", "required");

    SetupReport.Undone undone = setup.undo();

    assertThat(realm.attributes).containsOnlyKeys("twostep.requirement");
    assertThat(undone.warnings()).hasSize(1);
  }

  @Test
  void answersAreJsonThatKeycloakCanWrite() throws Exception {
    String json = new ObjectMapper().writeValueAsString(setup.check());

    assertThat(json).startsWith("{\"state\":\"none\",\"findings\":[{\"level\":\"error\",\"what\":");
  }

  @Test
  void anUnreadableMemoryIsRefusedWithAHint() {
    setup.apply();
    realm.setAttribute("twostep.setup.browser", "{broken");

    assertThat(org.assertj.core.api.Assertions.catchThrowable(setup::undo))
        .isInstanceOfSatisfying(
            SetupRefused.class, refused -> assertThat(refused.hint()).contains("Restore it"));
  }
}
