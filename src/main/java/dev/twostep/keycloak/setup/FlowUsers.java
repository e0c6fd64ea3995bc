package dev.twostep.keycloak.setup;

import java.util.List;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;

/** Who refers to a flow, apart from the realm's own binding. */
interface FlowUsers {

  /** Clients that have it in the same place. */
  List<ClientModel> clients(AuthenticationFlowModel flow);

  /** Everything else, in words. */
  List<String> others(AuthenticationFlowModel flow);
}
