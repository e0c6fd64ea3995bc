package dev.twostep.keycloak.portal;

import dev.twostep.keycloak.wiring.Twostep;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** The vault of this server. */
final class PortalVaults {

  private PortalVaults() {}

  /** Empty where no key to lock with can be read. */
  static Optional<PortalVault> of(KeycloakSession session) {
    return Twostep.of(session).portalKeys().map(PortalVault::new);
  }
}
