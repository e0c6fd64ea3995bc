package dev.twostep.keycloak.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keycloak.common.Profile;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.DefaultAuthenticationFlows;

/** The parts of a realm that setup touches. */
final class InMemoryRealm extends InMemoryFlows {

  final Map<String, String> attributes = new TreeMap<>();
  final List<ClientModel> clients = new ArrayList<>();
  final List<RoleModel> roles = new ArrayList<>();
  final List<ComponentModel> components = new ArrayList<>();
  Map<String, String> smtp = Map.of();
  boolean bruteForceProtected;
  boolean internationalized;
  private final Map<String, RequiredActionProviderModel> actions = new LinkedHashMap<>();

  private InMemoryRealm() {}

  /** With Keycloak's own flows bound. */
  static InMemoryRealm withDefaultFlows() {
    Profile.defaults();
    InMemoryRealm realm = new InMemoryRealm();
    DefaultAuthenticationFlows.browserFlow(realm, false);
    DefaultAuthenticationFlows.directGrantFlow(realm, false);
    return realm;
  }

  /** Everything that setup could leave behind, in a comparable form. */
  String everything() {
    StringBuilder all = new StringBuilder();
    FlowReader reader = new FlowReader(this, id -> Optional.empty());
    flows.values().forEach(flow -> all.append(reader.read(flow)).append('\n'));
    getRequiredActionProvidersStream()
        .forEach(a -> all.append(a.getAlias()).append(a.isEnabled()).append(a.getPriority()));
    return all.append(configs.size())
        .append(executions.size())
        .append(attributes)
        .append(roles.stream().map(RoleModel::getName).toList())
        .append(clients.stream().map(ClientModel::getClientId).toList())
        .append(getBrowserFlow().getId())
        .append(getDirectGrantFlow().getId())
        .toString();
  }

  void addAction(String alias, boolean enabled, int priority) {
    RequiredActionProviderModel action = new RequiredActionProviderModel();
    action.setAlias(alias);
    action.setName(alias);
    action.setProviderId(alias);
    action.setEnabled(enabled);
    action.setPriority(priority);
    addRequiredActionProvider(action);
  }

  @Override
  public String getId() {
    return "realm-id";
  }

  @Override
  public String getName() {
    return "realm";
  }

  @Override
  public String getAttribute(String name) {
    return attributes.get(name);
  }

  @Override
  public Map<String, String> getAttributes() {
    return Map.copyOf(attributes);
  }

  @Override
  public void setAttribute(String name, String value) {
    attributes.put(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    attributes.remove(name);
  }

  @Override
  public Stream<RequiredActionProviderModel> getRequiredActionProvidersStream() {
    return List.copyOf(actions.values()).stream()
        .sorted(RequiredActionProviderModel.RequiredActionComparator.SINGLETON);
  }

  @Override
  public RequiredActionProviderModel getRequiredActionProviderByAlias(String alias) {
    return actions.get(alias);
  }

  @Override
  public RequiredActionProviderModel addRequiredActionProvider(RequiredActionProviderModel model) {
    actions.put(model.getAlias(), model);
    return model;
  }

  @Override
  public void updateRequiredActionProvider(RequiredActionProviderModel model) {
    actions.put(model.getAlias(), model);
  }

  @Override
  public void removeRequiredActionProvider(RequiredActionProviderModel model) {
    actions.remove(model.getAlias());
  }

  @Override
  public Stream<ComponentModel> getComponentsStream(String parentId, String providerType) {
    return components.stream();
  }

  @Override
  public ClientModel addClient(String clientId) {
    ClientModel client = InMemoryClient.named(clientId);
    clients.add(client);
    return client;
  }

  @Override
  public ClientModel getClientByClientId(String clientId) {
    return clients.stream().filter(c -> c.getClientId().equals(clientId)).findFirst().orElse(null);
  }

  @Override
  public RoleModel addRole(String name) {
    RoleModel role = InMemoryClient.role(name);
    roles.add(role);
    return role;
  }

  @Override
  public RoleModel getRole(String name) {
    return roles.stream().filter(role -> role.getName().equals(name)).findFirst().orElse(null);
  }

  @Override
  public boolean removeRole(RoleModel role) {
    return roles.removeIf(known -> known.getId().equals(role.getId()));
  }

  @Override
  public boolean removeClient(String id) {
    return clients.removeIf(client -> client.getId().equals(id));
  }

  @Override
  public Stream<ClientModel> getClientsStream() {
    return clients.stream();
  }

  @Override
  public Stream<ClientScopeModel> getClientScopesStream() {
    return Stream.empty();
  }

  @Override
  public boolean isBruteForceProtected() {
    return bruteForceProtected;
  }

  @Override
  public boolean isInternationalizationEnabled() {
    return internationalized;
  }

  @Override
  public Map<String, String> getSmtpConfig() {
    return smtp;
  }
}
