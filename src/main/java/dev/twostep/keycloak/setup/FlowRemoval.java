package dev.twostep.keycloak.setup;

import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/** Removes a flow with everything below it; settings that belong to the server stay. */
record FlowRemoval(
    RealmModel realm, Function<String, Optional<AuthenticatorConfigModel>> deployed) {

  void remove(AuthenticationFlowModel flow) {
    realm.getAuthenticationExecutionsStream(flow.getId()).toList().forEach(this::remove);
    realm.removeAuthenticationFlow(flow);
  }

  private void remove(AuthenticationExecutionModel execution) {
    Optional.ofNullable(execution.getFlowId())
        .map(realm::getAuthenticationFlowById)
        .ifPresent(this::remove);
    Optional.ofNullable(execution.getAuthenticatorConfig())
        .filter(id -> deployed.apply(id).isEmpty())
        .map(realm::getAuthenticatorConfigById)
        .ifPresent(realm::removeAuthenticatorConfig);
    realm.removeAuthenticatorExecution(execution);
  }
}
