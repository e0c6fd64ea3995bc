package dev.twostep.keycloak.setup;

import static dev.twostep.keycloak.setup.Flows.flow;
import static dev.twostep.keycloak.setup.Flows.required;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.delegate.ClientModelLazyDelegate;

class GrantsCheckTest {

  private final InMemoryRealm realm = InMemoryRealm.withDefaultFlows();
  private final GrantsCheck check =
      new GrantsCheck(
          realm, new FlowReader(realm, id -> Optional.empty()), new GrantLayout(Flows.CONDITION));

  @Test
  void namesAClientWhoseOwnFlowLacksTheStep() {
    AuthenticationFlowModel plain = realm.add(flow("plain", required("pw")));
    AuthenticationFlowModel good =
        realm.add(flow("good", required("pw"), required(GrantLayout.STEP)));
    realm.clients.add(client("scanner", Map.of("flow", plain.getId())));
    realm.clients.add(client("printer", Map.of("flow", good.getId())));

    assertThat(check.check())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.level()).isEqualTo(Finding.Level.WARNING);
              assertThat(finding.what()).contains("scanner", "plain");
            });
  }

  @Test
  void saysThatDevicesAreApprovedInABrowser() {
    realm.clients.add(client("tv", Map.of("oauth2.device.authorization.grant.enabled", "true")));

    assertThat(check.check())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.level()).isEqualTo(Finding.Level.INFO);
              assertThat(finding.what()).contains("\"tv\"");
            });
  }

  private static ClientModel client(String clientId, Map<String, String> values) {
    return new ClientModelLazyDelegate(() -> null) {
      @Override
      public String getClientId() {
        return clientId;
      }

      @Override
      public String getAttribute(String name) {
        return values.get(name);
      }

      @Override
      public String getAuthenticationFlowBindingOverride(String binding) {
        return binding.equals("direct_grant") ? values.get("flow") : null;
      }
    };
  }
}
