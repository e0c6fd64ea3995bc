package dev.twostep.keycloak.setup;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.OAuth2DeviceConfig;
import org.keycloak.models.RealmModel;

/**
 * Ways to tokens beside the realm's direct-grant flow: clients with a flow of their own, devices.
 */
record GrantsCheck(RealmModel realm, FlowReader reader, GrantLayout layout) implements RealmCheck {

  @Override
  public List<Finding> check() {
    List<Finding> findings = new ArrayList<>();
    List<String> devices = new ArrayList<>();
    realm
        .getClientsStream()
        .forEach(
            client -> {
              ownFlow(client, findings);
              if (usesDeviceGrant(client)) {
                devices.add("\"" + client.getClientId() + "\"");
              }
            });
    if (!devices.isEmpty()) {
      findings.add(
          Finding.info(
              "Users of " + String.join(", ", devices) + " approve devices in a browser.",
              "The device grant logs them in by the browser flow, second step included: nothing to"
                  + " do."));
    }
    return findings;
  }

  private void ownFlow(ClientModel client, List<Finding> findings) {
    String id = client.getAuthenticationFlowBindingOverride(Binding.DIRECT_GRANT.ofClients());
    AuthenticationFlowModel flow = id == null ? null : realm.getAuthenticationFlowById(id);
    if (flow != null && !isSound(flow)) {
      findings.add(
          Finding.warning(
              "Client \""
                  + client.getClientId()
                  + "\" has its own direct-grant flow \""
                  + flow.getAlias()
                  + "\" without the second step.",
              "Users who need one get no token there, and app passwords are not taken. Add the"
                  + " step at the end of that flow, or remove the override."));
    }
  }

  /** A broken flow of somebody else must not stop setup. */
  private boolean isSound(AuthenticationFlowModel flow) {
    try {
      return layout.isSound(reader.read(flow));
    } catch (SetupRefused unreadable) {
      return false;
    }
  }

  private static boolean usesDeviceGrant(ClientModel client) {
    return Boolean.parseBoolean(
        client.getAttribute(OAuth2DeviceConfig.OAUTH2_DEVICE_AUTHORIZATION_GRANT_ENABLED));
  }
}
