package dev.twostep.keycloak.robot;

import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;

/** What administrators call groups and organizations, and the ids by which rules keep them. */
record RobotNames(KeycloakSession session, RealmModel realm) {

  /** By its id or path. */
  Optional<String> group(String typed) {
    return Optional.ofNullable(realm.getGroupById(typed))
        .or(() -> Optional.ofNullable(KeycloakModelUtils.findGroupByPath(session, realm, typed)))
        .map(GroupModel::getId);
  }

  /** By its id or alias. */
  Optional<String> organization(String typed) {
    return organizations()
        .flatMap(
            all ->
                Optional.ofNullable(all.getById(typed))
                    .or(() -> Optional.ofNullable(all.getByAlias(typed))))
        .map(OrganizationModel::getId);
  }

  /** Empty where the realm has none. */
  Optional<OrganizationProvider> organizations() {
    return Organizations.isEnabled(session)
        ? Optional.of(session.getProvider(OrganizationProvider.class))
        : Optional.empty();
  }
}
