package dev.twostep.keycloak.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * The flow that setup made for a binding, known by what it remembered, and the flow it was made
 * from.
 */
final class OwnFlow {

  /** The flow that was bound before; its name helps where an import has given it a new id. */
  record Origin(String id, String alias) {

    static Origin of(AuthenticationFlowModel flow) {
      return new Origin(flow.getId(), flow.getAlias());
    }
  }

  /** What the realm attribute holds. */
  record Remembered(String flow, Origin origin) {}

  private final RealmModel realm;
  private final Binding binding;
  private final FlowUsers users;
  private final FlowReader reader;
  private final FlowRemoval removal;
  private final Memory<Remembered> memory;

  OwnFlow(
      RealmModel realm,
      Binding binding,
      FlowUsers users,
      Function<String, Optional<AuthenticatorConfigModel>> deployed) {
    this.realm = realm;
    this.binding = binding;
    this.users = users;
    this.reader = new FlowReader(realm, deployed);
    this.removal = new FlowRemoval(realm, deployed);
    this.memory = new Memory<>(realm, binding.memory(), Remembered.class);
  }

  Binding binding() {
    return binding;
  }

  FlowTree read(AuthenticationFlowModel flow) {
    return reader.read(flow);
  }

  Optional<AuthenticationFlowModel> find() {
    return memory.recall().flatMap(m -> byIdOrAlias(m.flow(), binding.flow()));
  }

  boolean is(AuthenticationFlowModel flow) {
    return find().filter(ours -> ours.getId().equals(flow.getId())).isPresent();
  }

  /** The flow that was bound before setup, if it is still there. */
  Optional<AuthenticationFlowModel> origin() {
    return memory.recall().flatMap(m -> byIdOrAlias(m.origin().id(), m.origin().alias()));
  }

  boolean cameFrom(AuthenticationFlowModel flow) {
    return origin().filter(origin -> origin.getId().equals(flow.getId())).isPresent();
  }

  /** Writes and binds that tree; an earlier flow of ours gives way, and its clients follow. */
  AuthenticationFlowModel install(FlowTree tree, Origin origin) {
    Optional<AuthenticationFlowModel> replaced = find();
    Names taken = Names.takenIn(realm);
    Names names = replaced.map(this::read).map(taken::freedBy).orElse(taken);
    AuthenticationFlowModel made = new FlowWriter(realm, names).write(tree);
    binding.bind(realm, made);
    memory.remember(new Remembered(made.getId(), origin));
    replaced.ifPresent(old -> giveWay(old, made));
    return made;
  }

  private void giveWay(AuthenticationFlowModel old, AuthenticationFlowModel made) {
    for (ClientModel client : users.clients(old)) {
      client.setAuthenticationFlowBindingOverride(binding.ofClients(), made.getId());
    }
    removal.remove(old);
  }

  Origin rememberedOrigin() {
    return memory.recall().map(Remembered::origin).orElseThrow(this::originGone);
  }

  /** Removing a flow that others name would stop their logins. */
  void refuseIfUsed(AuthenticationFlowModel ours) {
    List<String> names = new ArrayList<>(users.others(ours));
    users.clients(ours).forEach(client -> names.add("client " + client.getClientId()));
    if (!names.isEmpty()) {
      throw new SetupRefused(
          "\"" + ours.getAlias() + "\" is still used by " + String.join(", ", names) + ".",
          "Choose another flow there, or none, and then remove the setup again.");
    }
  }

  void remove(AuthenticationFlowModel ours) {
    removal.remove(ours);
  }

  void forget() {
    memory.forget();
  }

  SetupRefused originGone() {
    return new SetupRefused(
        "The " + binding.word() + " that was bound before setup no longer exists.",
        "Bind another " + binding.word() + " under Authentication, then try again.");
  }

  private Optional<AuthenticationFlowModel> byIdOrAlias(String id, String alias) {
    return Optional.ofNullable(realm.getAuthenticationFlowById(id))
        .or(() -> Optional.ofNullable(realm.getFlowByAlias(alias)));
  }
}
