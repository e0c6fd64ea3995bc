package dev.twostep.keycloak.robot;

import dev.twostep.domain.portal.RobotRules.OwnerRule;
import dev.twostep.keycloak.store.JpaLeasedPortals.Seen;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What one robot may ask for, by what its rules name and who is a member of that now. */
record Grounds(KeycloakSession session, RealmModel realm, Robot robot) {

  /**
   * The owner, if the robot may ask for that portal. Takes as long for one that does not exist:
   * then the robot's own account is looked at instead.
   */
  Optional<UserModel> owner(Optional<Seen> portal) {
    UserModel owner = user(portal.map(Seen::owner).orElse(robot.account().getId()));
    boolean allowed = owner != null && isOwners(owner);
    return Optional.ofNullable(owner)
        .filter(known -> allowed)
        .filter(known -> portal.filter(one -> robot.rules().allowsPortal(one.entry())).isPresent());
  }

  boolean isOwners(UserModel owner) {
    return robot.rules().allowsOwner(rule -> isOne(rule, owner));
  }

  private boolean isOne(OwnerRule rule, UserModel owner) {
    if (rule instanceof OwnerRule.Group group) {
      GroupModel found = realm.getGroupById(group.id());
      return found != null && owner.isMemberOf(found);
    }
    return rule instanceof OwnerRule.Organization organization
        && new RobotNames(session, realm)
            .organizations()
            .filter(
                all -> {
                  OrganizationModel found = all.getById(organization.id());
                  return found != null && found.isEnabled() && all.isMember(found, owner);
                })
            .isPresent();
  }

  private @Nullable UserModel user(String id) {
    return session.users().getUserById(realm, id);
  }
}
