package dev.twostep.keycloak.policy;

import dev.twostep.domain.factor.FactorKind;
import java.util.Optional;
import org.keycloak.models.UserModel;

/** Which factor a user wants to be asked first: a user attribute that only our page writes. */
public final class Preferences {

  /** Stored in customers' realms. */
  public static final String ATTRIBUTE = "twostep.preferred";

  private Preferences() {}

  public static Optional<FactorKind> of(UserModel user) {
    return Optional.ofNullable(user.getFirstAttribute(ATTRIBUTE)).flatMap(FactorKind::of);
  }

  /** Writes only what changes, since a write empties the user's cache. */
  public static void remember(UserModel user, FactorKind kind) {
    if (!of(user).equals(Optional.of(kind))) {
      user.setSingleAttribute(ATTRIBUTE, kind.word());
    }
  }
}
