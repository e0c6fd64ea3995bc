package dev.twostep.keycloak.setup;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.utils.RealmModelDelegate;

/** The flows of a realm; hands out copies, as the database does. */
abstract class InMemoryFlows extends RealmModelDelegate {

  final Map<String, AuthenticatorConfigModel> configs = new LinkedHashMap<>();
  final Map<String, AuthenticationFlowModel> flows = new LinkedHashMap<>();
  final Map<String, AuthenticationExecutionModel> executions = new LinkedHashMap<>();
  private String browserFlow = "";
  private String directGrantFlow = "";

  InMemoryFlows() {
    super(null);
  }

  /** An administrator's own flow; nodes are written as they are. */
  AuthenticationFlowModel add(FlowTree tree) {
    return new FlowWriter(this, Names.takenIn(this)).write(tree);
  }

  AuthenticationExecutionModel executionOf(String authenticator, String flowPrefix) {
    return executions.values().stream()
        .filter(e -> authenticator.equals(e.getAuthenticator()))
        .filter(e -> flows.get(e.getParentFlow()).getAlias().startsWith(flowPrefix))
        .findFirst()
        .orElseThrow();
  }

  void set(AuthenticationExecutionModel execution, Requirement requirement) {
    executions.get(execution.getId()).setRequirement(requirement);
  }

  @Override
  public AuthenticationFlowModel getBrowserFlow() {
    return getAuthenticationFlowById(browserFlow);
  }

  @Override
  public void setBrowserFlow(AuthenticationFlowModel flow) {
    browserFlow = flow.getId();
  }

  @Override
  public AuthenticationFlowModel getDirectGrantFlow() {
    return getAuthenticationFlowById(directGrantFlow);
  }

  @Override
  public void setDirectGrantFlow(AuthenticationFlowModel flow) {
    directGrantFlow = flow.getId();
  }

  @Override
  public Stream<AuthenticationFlowModel> getAuthenticationFlowsStream() {
    return List.copyOf(flows.values()).stream().map(InMemoryFlows::copy);
  }

  @Override
  public AuthenticationFlowModel getAuthenticationFlowById(String id) {
    return flows.containsKey(id) ? copy(flows.get(id)) : null;
  }

  @Override
  public AuthenticationFlowModel getFlowByAlias(String alias) {
    return getAuthenticationFlowsStream()
        .filter(flow -> flow.getAlias().equals(alias))
        .findFirst()
        .orElse(null);
  }

  @Override
  public AuthenticationFlowModel addAuthenticationFlow(AuthenticationFlowModel model) {
    model.setId(UUID.randomUUID().toString());
    flows.put(model.getId(), copy(model));
    return model;
  }

  @Override
  public void removeAuthenticationFlow(AuthenticationFlowModel model) {
    if (List.of(browserFlow, directGrantFlow).contains(model.getId())) {
      throw new IllegalStateException("flow in use");
    }
    flows.remove(model.getId());
  }

  @Override
  public Stream<AuthenticationExecutionModel> getAuthenticationExecutionsStream(String flowId) {
    return List.copyOf(executions.values()).stream()
        .filter(execution -> execution.getParentFlow().equals(flowId))
        .map(InMemoryFlows::copy)
        .sorted(Comparator.comparingInt(AuthenticationExecutionModel::getPriority));
  }

  @Override
  public AuthenticationExecutionModel addAuthenticatorExecution(
      AuthenticationExecutionModel model) {
    model.setId(UUID.randomUUID().toString());
    executions.put(model.getId(), copy(model));
    return model;
  }

  @Override
  public void removeAuthenticatorExecution(AuthenticationExecutionModel model) {
    executions.remove(model.getId());
  }

  @Override
  public Stream<AuthenticatorConfigModel> getAuthenticatorConfigsStream() {
    return List.copyOf(configs.values()).stream();
  }

  @Override
  public AuthenticatorConfigModel getAuthenticatorConfigById(String id) {
    return configs.get(id);
  }

  @Override
  public AuthenticatorConfigModel addAuthenticatorConfig(AuthenticatorConfigModel model) {
    model.setId(UUID.randomUUID().toString());
    configs.put(model.getId(), model);
    return model;
  }

  @Override
  public void removeAuthenticatorConfig(AuthenticatorConfigModel model) {
    configs.remove(model.getId());
  }

  private static AuthenticationFlowModel copy(AuthenticationFlowModel model) {
    AuthenticationFlowModel copy = new AuthenticationFlowModel();
    copy.setId(model.getId());
    copy.setAlias(model.getAlias());
    copy.setDescription(model.getDescription());
    copy.setProviderId(model.getProviderId());
    copy.setTopLevel(model.isTopLevel());
    copy.setBuiltIn(model.isBuiltIn());
    return copy;
  }

  private static AuthenticationExecutionModel copy(AuthenticationExecutionModel model) {
    AuthenticationExecutionModel copy = new AuthenticationExecutionModel();
    copy.setId(model.getId());
    copy.setAuthenticator(model.getAuthenticator());
    copy.setAuthenticatorConfig(model.getAuthenticatorConfig());
    copy.setAuthenticatorFlow(model.isAuthenticatorFlow());
    copy.setFlowId(model.getFlowId());
    copy.setParentFlow(model.getParentFlow());
    copy.setPriority(model.getPriority());
    copy.setRequirement(model.getRequirement());
    return copy;
  }
}
