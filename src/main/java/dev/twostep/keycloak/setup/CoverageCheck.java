package dev.twostep.keycloak.setup;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** Ways of logging in beside the realm's browser flow, and other flows that use our step badly. */
record CoverageCheck(RealmModel realm, FlowReader reader, Predicate<String> condition)
    implements RealmCheck {

  @Override
  public List<Finding> check() {
    List<Finding> findings = new ArrayList<>();
    realm.getClientsStream().forEach(client -> clientFlow(client, findings));
    realm
        .getAuthenticationFlowsStream()
        .filter(AuthenticationFlowModel::isTopLevel)
        .filter(this::isOther)
        .forEach(flow -> placement(flow, findings));
    return findings;
  }

  private void clientFlow(ClientModel client, List<Finding> findings) {
    String id =
        client.getAuthenticationFlowBindingOverride(AuthenticationFlowBindings.BROWSER_BINDING);
    AuthenticationFlowModel flow = id == null ? null : realm.getAuthenticationFlowById(id);
    if (flow != null && flaws(flow).contains(Flaw.MISSING)) {
      findings.add(
          Finding.warning(
              "Client \""
                  + client.getClientId()
                  + "\" has its own browser flow \""
                  + flow.getAlias()
                  + "\" without the second step.",
              "The second step then comes after that flow, not inside it, and a single sign-on"
                  + " from there counts as one factor. Add the step to that flow, or remove the"
                  + " override."));
    }
  }

  private void placement(AuthenticationFlowModel flow, List<Finding> findings) {
    Set<Flaw> flaws = flaws(flow);
    if (!flaws.contains(Flaw.MISSING)) {
      flaws.forEach(flaw -> findings.add(flaw.in(flow.getAlias(), Finding.Level.WARNING)));
    }
  }

  /** Not the bound one, which its own step judges; nor one that this request has just removed. */
  private boolean isOther(AuthenticationFlowModel flow) {
    return !flow.getId().equals(realm.getBrowserFlow().getId())
        && realm.getAuthenticationFlowById(flow.getId()) != null;
  }

  /** A broken flow of somebody else must not stop setup. */
  private Set<Flaw> flaws(AuthenticationFlowModel flow) {
    try {
      return new Placement(condition).flaws(reader.read(flow));
    } catch (SetupRefused unreadable) {
      return EnumSet.of(Flaw.MISSING);
    }
  }
}
