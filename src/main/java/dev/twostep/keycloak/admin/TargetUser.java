package dev.twostep.keycloak.admin;

import java.util.Optional;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** The user whom a call is about. */
final class TargetUser {

  private TargetUser() {}

  static UserModel find(AdminCall call, String id) {
    return Optional.ofNullable(call.session().users().getUserById(call.realm(), id))
        .orElseThrow(() -> Answers.absent(call.auth().users().canQuery(), "user"));
  }

  /** Who calls, as records name them. */
  static String author(AdminCall call) {
    AdminAuth admin = call.auth().adminAuth();
    return admin.getRealm().getName() + "/" + admin.getUser().getUsername();
  }

  /** Nobody helps themselves: whoever took over an administrator's session would. */
  static void requireSomebodyElse(AdminCall call, UserModel user) {
    AdminAuth admin = call.auth().adminAuth();
    if (admin.getUser().getId().equals(user.getId())
        && admin.getRealm().getId().equals(call.realm().getId())) {
      throw Answers.forbidden(
          new Problem(
              "id",
              "is your own account",
              "use your other factors or a recovery code, or ask another administrator"));
    }
  }
}
