package dev.twostep.keycloak.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimsStepTest {

  private static final String NAMES = "acr.loa.map";

  private final InMemoryRealm realm = InMemoryRealm.withDefaultFlows();
  private final ClaimsStep step = new ClaimsStep(realm);

  @Test
  void namesTheLevelsOnceAndTakesTheNamesBack() {
    String before = realm.everything();

    assertThat(step.apply()).hasSize(1);
    assertThat(step.apply()).isEmpty();
    assertThat(step.check()).isEmpty();
    assertThat(realm.getAttribute(NAMES))
        .isEqualTo("{\"email\":2,\"otp\":4,\"passkey\":5,\"sms\":3}");

    assertThat(step.undo()).hasSize(1);
    assertThat(realm.everything()).isEqualTo(before);
  }

  @Test
  void leavesNamesAloneThatTheRealmHas() {
    realm.setAttribute(NAMES, "{\"gold\":3}");

    assertThat(step.apply()).isEmpty();
    step.undo();

    assertThat(realm.getAttribute(NAMES)).isEqualTo("{\"gold\":3}");
  }

  @Test
  void leavesNamesAloneThatWereChangedAfterwards() {
    step.apply();
    realm.setAttribute(NAMES, "{\"gold\":3}");

    step.undo();

    assertThat(realm.getAttribute(NAMES)).isEqualTo("{\"gold\":3}");
  }
}
