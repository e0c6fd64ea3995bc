package dev.twostep.keycloak.setup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** The client through which users log in to the page of their own factors. */
final class AccountClientStep implements SetupStep {

  static final String MEMORY = "twostep.setup.client";
  static final String CLIENT = "twostep-account";
  private static final String WHAT = "client";

  private final RealmModel realm;
  private final Memory<String> made;

  AccountClientStep(RealmModel realm) {
    this.realm = realm;
    this.made = new Memory<>(realm, MEMORY, String.class);
  }

  @Override
  public List<Change> apply() {
    Optional<ClientModel> known = client();
    if (known.isEmpty()) {
      ClientModel ours = realm.addClient(CLIENT);
      shape(ours);
      made.remember(ours.getId());
      return List.of(new Change(WHAT, "added \"" + CLIENT + "\""));
    }
    if (!isOurs(known.get()) || isSound(known.get())) {
      return List.of();
    }
    shape(known.get());
    return List.of(new Change(WHAT, "repaired \"" + CLIENT + "\""));
  }

  @Override
  public List<Change> undo() {
    Optional<ClientModel> ours = client().filter(this::isOurs);
    ours.ifPresent(client -> realm.removeClient(client.getId()));
    made.forget();
    return ours.map(gone -> new Change(WHAT, "removed \"" + CLIENT + "\"")).stream().toList();
  }

  @Override
  public boolean isAbsent() {
    return client().filter(this::isOurs).isEmpty();
  }

  @Override
  public List<Finding> check() {
    Optional<ClientModel> known = client();
    if (known.isEmpty()) {
      return List.of(
          Finding.error(
              "Users cannot open the page of their own factors: there is no client \""
                  + CLIENT
                  + "\".",
              "Run POST setup."));
    }
    if (!isOurs(known.get())) {
      return List.of(
          Finding.warning(
              "The client \"" + CLIENT + "\" was not made by setup and is left as it is.",
              "Users log in to the page of their own factors through it. Rename it and run setup"
                  + " again, unless you made it for that purpose."));
    }
    return isSound(known.get())
        ? List.of()
        : List.of(
            Finding.error(
                "The client \""
                    + CLIENT
                    + "\" was changed: the page of one’s own factors may not"
                    + " open.",
                "Run POST setup."));
  }

  private Optional<ClientModel> client() {
    return Optional.ofNullable(realm.getClientByClientId(CLIENT));
  }

  private boolean isOurs(ClientModel client) {
    return made.recall().filter(client.getId()::equals).isPresent();
  }

  private boolean isSound(ClientModel client) {
    return client.isEnabled()
        && client.isPublicClient()
        && client.isStandardFlowEnabled()
        && !client.isImplicitFlowEnabled()
        && !client.isDirectAccessGrantsEnabled()
        && !client.isFullScopeAllowed()
        && !client.isConsentRequired()
        && Constants.AUTH_BASE_URL_PROP.equals(client.getRootUrl())
        && client.getRedirectUris().equals(redirects())
        && client.getWebOrigins().isEmpty();
  }

  private void shape(ClientModel client) {
    client.setName("Twostep");
    client.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
    client.setEnabled(true);
    client.setPublicClient(true);
    client.setStandardFlowEnabled(true);
    client.setImplicitFlowEnabled(false);
    client.setDirectAccessGrantsEnabled(false);
    client.setServiceAccountsEnabled(false);
    client.setFullScopeAllowed(false);
    client.setConsentRequired(false);
    client.setRootUrl(Constants.AUTH_BASE_URL_PROP);
    client.setBaseUrl(path("me"));
    client.setRedirectUris(redirects());
    client.setWebOrigins(Set.of());
    // The account console lists it under "Applications" even before its first use.
    client.setAlwaysDisplayInConsole(true);
  }

  private Set<String> redirects() {
    return Set.of(path("*"));
  }

  private String path(String page) {
    return "/realms/" + realm.getName() + "/twostep/" + page;
  }
}
