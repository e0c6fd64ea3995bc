package dev.twostep.keycloak.setup;

import dev.twostep.keycloak.setup.FlowNode.Config;
import dev.twostep.keycloak.setup.FlowNode.Label;
import dev.twostep.keycloak.setup.FlowNode.Step;
import dev.twostep.keycloak.setup.FlowNode.SubFlow;
import java.util.HashMap;
import java.util.List;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/** Writes a flow into the realm as new elements; nothing that exists is reused or changed. */
record FlowWriter(RealmModel realm, Names names) {

  AuthenticationFlowModel write(FlowTree tree) {
    AuthenticationFlowModel flow = add(tree.label(), true);
    addChildren(flow, tree.children());
    return flow;
  }

  private AuthenticationFlowModel add(Label label, boolean topLevel) {
    AuthenticationFlowModel flow = new AuthenticationFlowModel();
    flow.setAlias(names.freeFlowName(label.alias()));
    flow.setDescription(label.description());
    flow.setProviderId(label.provider());
    flow.setTopLevel(topLevel);
    flow.setBuiltIn(false);
    return realm.addAuthenticationFlow(flow);
  }

  private void addChildren(AuthenticationFlowModel parent, List<FlowNode> children) {
    int priority = 0;
    for (FlowNode child : children) {
      priority += 10;
      AuthenticationExecutionModel execution = execution(child);
      execution.setParentFlow(parent.getId());
      execution.setRequirement(child.requirement());
      execution.setPriority(priority);
      realm.addAuthenticatorExecution(execution);
    }
  }

  private AuthenticationExecutionModel execution(FlowNode node) {
    AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
    execution.setAuthenticatorFlow(node instanceof SubFlow);
    if (node instanceof SubFlow subFlow) {
      AuthenticationFlowModel flow = add(subFlow.label(), false);
      addChildren(flow, subFlow.children());
      execution.setFlowId(flow.getId());
      execution.setAuthenticator(subFlow.label().form());
    } else if (node instanceof Step step) {
      execution.setAuthenticator(step.authenticator());
      step.config().ifPresent(config -> execution.setAuthenticatorConfig(idOf(config)));
    }
    return execution;
  }

  private String idOf(Config config) {
    return config.deployedId().orElseGet(() -> add(config).getId());
  }

  private AuthenticatorConfigModel add(Config config) {
    AuthenticatorConfigModel model = new AuthenticatorConfigModel();
    model.setAlias(names.freeConfigName(config.alias()));
    model.setConfig(new HashMap<>(config.values()));
    return realm.addAuthenticatorConfig(model);
  }
}
