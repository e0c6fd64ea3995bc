package dev.twostep.keycloak.setup;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** The role without which no service account gets codes of portals; nobody has it at first. */
final class RobotRoleStep implements SetupStep {

  static final String MEMORY = "twostep.setup.robot-role";
  static final String ROLE = "twostep-robot";
  private static final String WHAT = "role";

  private final RealmModel realm;
  private final Memory<String> made;

  RobotRoleStep(RealmModel realm) {
    this.realm = realm;
    this.made = new Memory<>(realm, MEMORY, String.class);
  }

  @Override
  public List<Change> apply() {
    if (role().isPresent()) {
      return List.of();
    }
    RoleModel ours = realm.addRole(ROLE);
    ours.setDescription("Gets codes of users' portals, within the rules of its client");
    made.remember(ours.getId());
    return List.of(new Change(WHAT, "added the realm role \"" + ROLE + "\""));
  }

  @Override
  public List<Change> undo() {
    Optional<RoleModel> ours =
        role().filter(role -> made.recall().filter(role.getId()::equals).isPresent());
    ours.ifPresent(realm::removeRole);
    made.forget();
    return ours.map(gone -> new Change(WHAT, "removed the realm role \"" + ROLE + "\"")).stream()
        .toList();
  }

  @Override
  public List<Finding> check() {
    return role().isPresent()
        ? List.of()
        : List.of(
            Finding.warning(
                "Robots get no codes of portals: there is no realm role \"" + ROLE + "\".",
                "Run setup again."));
  }

  @Override
  public boolean isAbsent() {
    return made.recall().isEmpty();
  }

  private Optional<RoleModel> role() {
    return Optional.ofNullable(realm.getRole(ROLE));
  }
}
