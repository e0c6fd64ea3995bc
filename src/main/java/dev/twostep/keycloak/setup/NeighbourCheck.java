package dev.twostep.keycloak.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.utils.Organizations;

/**
 * What stands around the realm: identity providers, organizations, and the administrators' realm.
 */
record NeighbourCheck(
    KeycloakSession session, RealmModel realm, RealmModel caller, Predicate<RealmModel> covered)
    implements RealmCheck {

  @Override
  public List<Finding> check() {
    List<Finding> findings = new ArrayList<>();
    if (session.identityProviders().count() > 0) {
      findings.add(
          Finding.info(
              "Logins through identity providers end with the second step, too.",
              "Its required action asks after the provider; no flow of theirs needs a change."));
    }
    if (!Organizations.isEnabled(session)) {
      findings.add(
          Finding.info(
              "Organizations are off: no organization can have a policy.",
              "Switch them on under Realm settings if you need them."));
    }
    administrators().ifPresent(findings::add);
    return findings;
  }

  /** Told to administrators of that realm only: others must not learn how it is protected. */
  private Optional<Finding> administrators() {
    boolean concerns =
        caller.getName().equals(Config.getAdminRealm()) && !caller.getId().equals(realm.getId());
    return concerns && !covered.test(caller)
        ? Optional.of(
            Finding.warning(
                "Administrators log in through realm \""
                    + caller.getName()
                    + "\", whose browser flow has no second step.",
                "Run setup for that realm, too."))
        : Optional.empty();
  }
}
