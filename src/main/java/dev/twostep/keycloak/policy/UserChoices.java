package dev.twostep.keycloak.policy;

import dev.twostep.domain.policy.Choice;
import org.keycloak.models.UserModel;

/** A user's own answer to the offer of two-step login, as an attribute apart from all policy. */
public final class UserChoices {

  private UserChoices() {}

  /** What the user answered last. */
  public static Choice of(UserModel user) {
    return Choice.parse(user.getFirstAttribute(Choice.ATTRIBUTE));
  }

  /** Remembers the answer; writes only what changes, since a write empties the user's cache. */
  public static void remember(UserModel user, Choice choice) {
    if (of(user).equals(choice)) {
      return;
    }
    choice
        .stored()
        .ifPresentOrElse(
            text -> user.setSingleAttribute(Choice.ATTRIBUTE, text),
            () -> user.removeAttribute(Choice.ATTRIBUTE));
  }
}
