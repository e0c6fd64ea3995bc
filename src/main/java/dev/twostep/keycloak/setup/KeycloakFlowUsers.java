package dev.twostep.keycloak.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Asks the realm's clients, identity providers and client policies. */
record KeycloakFlowUsers(KeycloakSession session, RealmModel realm, Binding binding)
    implements FlowUsers {

  @Override
  public List<ClientModel> clients(AuthenticationFlowModel flow) {
    return clients(binding, flow).toList();
  }

  @Override
  public List<String> others(AuthenticationFlowModel flow) {
    Stream<String> elsewhere =
        Stream.of(Binding.values()).filter(other -> other != binding).flatMap(o -> named(o, flow));
    Stream<String> providers =
        session
            .identityProviders()
            .getByFlow(flow.getId(), null, null, null)
            .map(alias -> "identity provider " + alias);
    return Stream.of(elsewhere, providers, clientProfiles(flow)).flatMap(s -> s).toList();
  }

  private Stream<String> named(Binding other, AuthenticationFlowModel flow) {
    return clients(other, flow).map(client -> other.word() + " of client " + client.getClientId());
  }

  private Stream<ClientModel> clients(Binding place, AuthenticationFlowModel flow) {
    return realm.searchClientByAuthenticationFlowBindingOverrides(
        Map.of(place.ofClients(), flow.getId()), null, null);
  }

  /** Client policies name a flow inside their JSON; a login fails when it is gone. */
  private Stream<String> clientProfiles(AuthenticationFlowModel flow) {
    return Optional.ofNullable(realm.getAttribute(Constants.CLIENT_PROFILES))
        .filter(json -> json.contains('"' + flow.getAlias() + '"'))
        .map(json -> "a client profile of the client policies")
        .stream();
  }
}
