package dev.twostep.keycloak.policy;

import dev.twostep.domain.policy.Layer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileConstants;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * Whether the realm's user profile keeps users' hands off the administrator's attributes. Only an
 * attribute that the profile declares is safe: what is not declared depends on a realm switch that
 * lets users write anything.
 */
public final class ProfileGuard {

  private final KeycloakSession session;

  public ProfileGuard(KeycloakSession session) {
    this.session = session;
  }

  /** An attribute of a layer that users may be able to write; empty when none is. */
  public Optional<String> openAttribute() {
    // Parsed once per realm by Keycloak and kept with the cached realm.
    return openAttribute(session.getProvider(UserProfileProvider.class).getConfiguration());
  }

  static Optional<String> openAttribute(UPConfig profile) {
    return Layer.ATTRIBUTES.stream()
        .filter(name -> profile.getAttributes() == null || !isProtected(profile.getAttribute(name)))
        .findFirst();
  }

  private static boolean isProtected(@Nullable UPAttribute attribute) {
    if (attribute == null) {
      return false;
    }
    // Declared for some scopes only: in all others it is as good as not declared.
    boolean everywhere =
        attribute.getSelector() == null
            || attribute.getSelector().getScopes() == null
            || attribute.getSelector().getScopes().isEmpty();
    boolean editable =
        attribute.getPermissions() != null
            && attribute.getPermissions().getEdit() != null
            && attribute.getPermissions().getEdit().contains(UserProfileConstants.ROLE_USER);
    return everywhere && !editable;
  }
}
