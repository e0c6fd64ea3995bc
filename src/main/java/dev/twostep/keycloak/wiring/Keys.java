package dev.twostep.keycloak.wiring;

import dev.twostep.domain.code.LockerRing;
import dev.twostep.domain.code.ServerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.vault.VaultStringSecret;

/**
 * Finds the server key: option {@code server-key} (base64), {@code server-key-file} with the same
 * text, {@code server-key-keystore} with its password and alias, or {@code server-key-vault}, the
 * name of a base64 secret that the master realm's vault holds and that can be read once the server
 * has started.
 */
final class Keys {

  private static final Logger LOG = Logger.getLogger(Keys.class);

  private Keys() {}

  /** Whether the key waits for the vault. */
  static boolean inVault(Config.Scope config) {
    return config.get("serverKeyVault") != null;
  }

  /** Empty, with an error in the log that says what to do, if there is none or it is unusable. */
  static Optional<ServerKey> find(Config.Scope config) {
    return usable(() -> read(config));
  }

  /** The same for a key in the vault. */
  static Optional<ServerKey> find(Config.Scope config, KeycloakSessionFactory sessions) {
    return usable(
        () ->
            KeycloakModelUtils.<Optional<byte[]>>runJobInTransactionWithResult(
                sessions, session -> fromVault(session, config.get("serverKeyVault", ""))));
  }

  /** Where a key may be read from; fails as files and keystores do. */
  private interface Source {
    Optional<byte[]> read() throws IOException, GeneralSecurityException;
  }

  private static Optional<ServerKey> usable(Source source) {
    try {
      Optional<byte[]> bytes = source.read();
      if (bytes.isEmpty()) {
        LOG.error(
            "Twostep has no server key, so codes by SMS and e-mail are refused. Set"
                + " --spi-twostep--default--server-key to the output of: openssl rand -base64 32");
      }
      return bytes.map(ServerKey::of);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      LOG.errorf("Twostep's server key cannot be used: %s", e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<byte[]> read(Config.Scope config)
      throws IOException, GeneralSecurityException {
    String inline = config.get("serverKey");
    if (inline != null) {
      return Optional.of(Base64.getDecoder().decode(inline.strip()));
    }
    String file = config.get("serverKeyFile");
    if (file != null) {
      return Optional.of(Base64.getDecoder().decode(Files.readString(Path.of(file)).strip()));
    }
    String keystore = config.get("serverKeyKeystore");
    return keystore == null
        ? Optional.empty()
        : Optional.of(
            new OneKeystore(config, "serverKeyKeystore")
                .read(config.get("serverKeyKeystoreAlias", "twostep")));
  }

  /** Those that lock portals' keys; in a keystore if one is named, else in the vault. */
  static Optional<LockerRing> ofPortals(
      Config.Scope config, KeycloakSessionFactory sessions, Optional<ServerKey> server) {
    String keystore = config.get("portalKeystore");
    PortalKeys.Source source =
        entry ->
            keystore == null
                ? KeycloakModelUtils.<Optional<byte[]>>runJobInTransactionWithResult(
                    sessions, session -> fromVault(session, entry))
                : Optional.of(new OneKeystore(config, "portalKeystore").read(entry));
    return new PortalKeys(server, source)
        .find(config.get("portalKey", PortalKeys.SERVER), config.get("portalReadKeys", ""));
  }

  private static Optional<byte[]> fromVault(KeycloakSession session, String name) {
    session.getContext().setRealm(session.realms().getRealmByName(Config.getAdminRealm()));
    try (VaultStringSecret secret = session.vault().getStringSecret("${vault." + name + "}")) {
      return secret.get().map(text -> Base64.getDecoder().decode(text.strip()));
    }
  }
}
