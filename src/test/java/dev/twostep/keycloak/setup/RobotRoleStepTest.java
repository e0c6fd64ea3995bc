package dev.twostep.keycloak.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RobotRoleStepTest {

  private final InMemoryRealm realm = InMemoryRealm.withDefaultFlows();
  private final RobotRoleStep step = new RobotRoleStep(realm);

  @Test
  void makesTheRoleOnce() {
    assertThat(step.isAbsent()).isTrue();
    assertThat(step.check()).extracting(Finding::level).containsExactly(Finding.Level.WARNING);

    assertThat(step.apply()).hasSize(1);

    assertThat(realm.getRole("twostep-robot")).isNotNull();
    assertThat(step.check()).isEmpty();
    assertThat(step.apply()).isEmpty();
  }

  @Test
  void undoLeavesNothingBehind() {
    String before = realm.everything();
    step.apply();

    assertThat(step.undo()).hasSize(1);

    assertThat(realm.getRole("twostep-robot")).isNull();
    assertThat(realm.everything()).isEqualTo(before);
    assertThat(step.undo()).isEmpty();
  }

  @Test
  void aRoleOfSomebodyElseStays() {
    realm.addRole("twostep-robot");

    assertThat(step.apply()).isEmpty();
    assertThat(step.undo()).isEmpty();
    assertThat(realm.getRole("twostep-robot")).isNotNull();
  }
}
