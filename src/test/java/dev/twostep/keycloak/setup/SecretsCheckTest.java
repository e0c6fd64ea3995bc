package dev.twostep.keycloak.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets of gateways that anybody could read are named to whoever runs setup. */
class SecretsCheckTest {

  private final InMemoryRealm realm = InMemoryRealm.withDefaultFlows();
  private final SecretsCheck check =
      new SecretsCheck(
          realm, kind -> kind.equals("twilio") ? Set.of("secret", "auth-token") : Set.of("secret"));

  @Test
  void namesEachPlainSecretWithoutItsValue() {
    realm.attributes.putAll(
        Map.of(
            "twostep.sms.gateway", "http",
            "twostep.sms.secret", "canary",
            "twostep.sms.backup.gateway", "twilio",
            "twostep.sms.backup.auth-token", "canary"));

    assertThat(check.check())
        .hasSize(2)
        .allMatch(finding -> finding.level() == Finding.Level.WARNING)
        .noneMatch(finding -> finding.toString().contains("canary"))
        .anyMatch(finding -> finding.what().contains("twostep.sms.secret"))
        .anyMatch(finding -> finding.what().contains("twostep.sms.backup.auth-token"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"${vault.sms}", "locked:v1:abc", " "})
  void isSilentAboutTheVaultAndLockedOnes(String value) {
    realm.attributes.putAll(Map.of("twostep.sms.gateway", "http", "twostep.sms.secret", value));

    assertThat(check.check()).isEmpty();
  }
}
