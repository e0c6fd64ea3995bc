package dev.twostep.keycloak.setup;

import java.util.List;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;

/** Who refers to a flow, apart from the realm's own browser binding. */
interface FlowUsers {

  /** Clients whose own browser flow it is. */
  List<ClientModel> clients(AuthenticationFlowModel flow);

  /** Everything else, in words. */
  List<String> others(AuthenticationFlowModel flow);
}
