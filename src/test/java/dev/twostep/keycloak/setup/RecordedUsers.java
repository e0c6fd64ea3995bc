package dev.twostep.keycloak.setup;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;

/** Says what it was told. */
final class RecordedUsers implements FlowUsers {

  final List<String> others = new ArrayList<>();

  @Override
  public List<ClientModel> clients(AuthenticationFlowModel flow) {
    return List.of();
  }

  @Override
  public List<String> others(AuthenticationFlowModel flow) {
    return others;
  }
}
