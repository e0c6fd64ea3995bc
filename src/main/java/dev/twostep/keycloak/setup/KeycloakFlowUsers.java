package dev.twostep.keycloak.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Asks the realm's clients, identity providers and client policies. */
record KeycloakFlowUsers(KeycloakSession session, RealmModel realm) implements FlowUsers {

  @Override
  public List<ClientModel> clients(AuthenticationFlowModel flow) {
    return clients(AuthenticationFlowBindings.BROWSER_BINDING, flow).toList();
  }

  @Override
  public List<String> others(AuthenticationFlowModel flow) {
    Stream<String> grants =
        clients(AuthenticationFlowBindings.DIRECT_GRANT_BINDING, flow)
            .map(client -> "direct grant of client " + client.getClientId());
    Stream<String> providers =
        session
            .identityProviders()
            .getByFlow(flow.getId(), null, null, null)
            .map(alias -> "identity provider " + alias);
    return Stream.of(grants, providers, clientProfiles(flow)).flatMap(s -> s).toList();
  }

  private Stream<ClientModel> clients(String binding, AuthenticationFlowModel flow) {
    return realm.searchClientByAuthenticationFlowBindingOverrides(
        Map.of(binding, flow.getId()), null, null);
  }

  /** Client policies name a flow inside their JSON; a login fails when it is gone. */
  private Stream<String> clientProfiles(AuthenticationFlowModel flow) {
    return Optional.ofNullable(realm.getAttribute(Constants.CLIENT_PROFILES))
        .filter(json -> json.contains('"' + flow.getAlias() + '"'))
        .map(json -> "a client profile of the client policies")
        .stream();
  }
}
