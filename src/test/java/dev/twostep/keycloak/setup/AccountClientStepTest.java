package dev.twostep.keycloak.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;

class AccountClientStepTest {

  private final InMemoryRealm realm = InMemoryRealm.withDefaultFlows();
  private final AccountClientStep step = new AccountClientStep(realm);

  private ClientModel client() {
    return realm.getClientByClientId("twostep-account");
  }

  @Test
  void makesAClientThatCanDoNothingElse() {
    assertThat(step.isAbsent()).isTrue();
    assertThat(step.check()).extracting(Finding::level).containsExactly(Finding.Level.ERROR);

    assertThat(step.apply()).hasSize(1);

    assertThat(client().getRedirectUris()).containsExactly("/realms/realm/twostep/*");
    assertThat(client().getBaseUrl()).isEqualTo("/realms/realm/twostep/me");
    assertThat(client().getWebOrigins()).isEmpty();
    assertThat(client().isPublicClient()).isTrue();
    assertThat(client().isStandardFlowEnabled()).isTrue();
    assertThat(client().isAlwaysDisplayInConsole()).isTrue();
    assertThat(client().isDirectAccessGrantsEnabled()).isFalse();
    assertThat(client().isFullScopeAllowed()).isFalse();
    assertThat(client().isConsentRequired()).isFalse();
    assertThat(step.check()).isEmpty();
    assertThat(step.apply()).isEmpty();
  }

  @Test
  void repairsWhatSomebodyChanged() {
    step.apply();
    client().setRedirectUris(Set.of("*"));
    client().setDirectAccessGrantsEnabled(true);
    assertThat(step.check()).extracting(Finding::level).containsExactly(Finding.Level.ERROR);

    assertThat(step.apply()).hasSize(1);

    assertThat(step.check()).isEmpty();
    assertThat(client().getRedirectUris()).containsExactly("/realms/realm/twostep/*");
  }

  @Test
  void undoLeavesNothingBehind() {
    String before = realm.everything();
    step.apply();

    assertThat(step.undo()).hasSize(1);

    assertThat(realm.everything()).isEqualTo(before);
    assertThat(step.undo()).isEmpty();
  }

  @Test
  void neverTouchesAClientOfSomebodyElse() {
    realm.addClient("twostep-account").setName("Mine");

    assertThat(step.apply()).isEmpty();
    assertThat(step.check()).extracting(Finding::level).containsExactly(Finding.Level.WARNING);
    assertThat(step.undo()).isEmpty();
    assertThat(client().getName()).isEqualTo("Mine");
    assertThat(step.isAbsent()).isTrue();
  }
}
