package dev.twostep.keycloak.setup;

import dev.twostep.keycloak.setup.FlowNode.Config;
import dev.twostep.keycloak.setup.FlowNode.Label;
import dev.twostep.keycloak.setup.FlowNode.Step;
import dev.twostep.keycloak.setup.FlowNode.SubFlow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/** Reads a flow of the realm as a value; never changes Keycloak's models, which may be cached. */
record FlowReader(RealmModel realm, Function<String, Optional<AuthenticatorConfigModel>> deployed) {

  FlowTree read(AuthenticationFlowModel flow) {
    return new FlowTree(label(flow, null), children(flow.getId()));
  }

  private List<FlowNode> children(String flowId) {
    return realm.getAuthenticationExecutionsStream(flowId).map(this::node).toList();
  }

  private FlowNode node(AuthenticationExecutionModel execution) {
    return execution.isAuthenticatorFlow() ? subFlow(execution) : step(execution);
  }

  private FlowNode subFlow(AuthenticationExecutionModel execution) {
    AuthenticationFlowModel flow = realm.getAuthenticationFlowById(execution.getFlowId());
    if (flow == null) {
      throw new SetupRefused(
          "A flow of this realm refers to a sub-flow that does not exist.",
          "Remove the broken element under Authentication, then try again.");
    }
    return new SubFlow(
        label(flow, execution.getAuthenticator()),
        execution.getRequirement(),
        children(flow.getId()));
  }

  private FlowNode step(AuthenticationExecutionModel execution) {
    return new Step(execution.getAuthenticator(), execution.getRequirement(), config(execution));
  }

  private Optional<Config> config(AuthenticationExecutionModel execution) {
    String id = execution.getAuthenticatorConfig();
    if (id == null) {
      return Optional.empty();
    }
    Optional<AuthenticatorConfigModel> shared = deployed.apply(id);
    return shared
        .or(() -> Optional.ofNullable(realm.getAuthenticatorConfigById(id)))
        .map(model -> config(model, execution.getAuthenticator(), shared.map(c -> id)));
  }

  private static Config config(
      AuthenticatorConfigModel model, String authenticator, Optional<String> deployedId) {
    String alias = model.getAlias() == null ? authenticator : model.getAlias();
    Map<String, String> values = model.getConfig() == null ? Map.of() : model.getConfig();
    return new Config(alias, Map.copyOf(values), deployedId);
  }

  private static Label label(AuthenticationFlowModel flow, @Nullable String form) {
    return new Label(flow.getAlias(), flow.getDescription(), flow.getProviderId(), form);
  }
}
