package dev.twostep.keycloak.setup;

import static dev.twostep.keycloak.setup.Flows.alternative;
import static dev.twostep.keycloak.setup.Flows.flow;
import static dev.twostep.keycloak.setup.Flows.required;
import static dev.twostep.keycloak.setup.Flows.sub;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.REQUIRED;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.delegate.ClientModelLazyDelegate;

/** D32 and D33: what passes the second step by is shown. */
class CoverageCheckTest {

  private final InMemoryRealm realm = InMemoryRealm.withDefaultFlows();
  private final CoverageCheck check =
      new CoverageCheck(realm, new FlowReader(realm, id -> Optional.empty()), Flows.CONDITION);

  @Test
  void saysNothingOfFlowsThatNeverHadTheStep() {
    realm.add(flow("kiosk", required("kiosk")));

    assertThat(check.check()).isEmpty();
  }

  @Test
  void namesAClientWhoseOwnFlowLacksTheStep() {
    AuthenticationFlowModel kiosk = realm.add(flow("kiosk", required("kiosk")));
    realm.clients.add(new ClientWithFlow("reception", kiosk.getId()));

    assertThat(check.check())
        .singleElement()
        .extracting(Finding::what)
        .asString()
        .contains("reception", "kiosk");
  }

  @Test
  void acceptsAClientWhoseOwnFlowAsks() {
    AuthenticationFlowModel mine =
        realm.add(
            flow("mine", sub("who", REQUIRED, required("pw")), required(Placement.AUTHENTICATOR)));
    realm.clients.add(new ClientWithFlow("payroll", mine.getId()));

    assertThat(check.check()).isEmpty();
  }

  @Test
  void findsABadlyWiredFlowBeforeItIsBound() {
    realm.add(flow("draft", required("pw"), alternative(Placement.AUTHENTICATOR)));

    assertThat(check.check())
        .singleElement()
        .extracting(Finding::what)
        .asString()
        .contains("draft", "ALTERNATIVE");
  }

  private static final class ClientWithFlow extends ClientModelLazyDelegate {

    private final String clientId;
    private final String flow;

    ClientWithFlow(String clientId, String flow) {
      super(() -> null);
      this.clientId = clientId;
      this.flow = flow;
    }

    @Override
    public String getClientId() {
      return clientId;
    }

    @Override
    public String getAuthenticationFlowBindingOverride(String binding) {
      return binding.equals("browser") ? flow : null;
    }
  }
}
