package dev.twostep.keycloak.wiring;

import dev.twostep.domain.code.Locker;
import dev.twostep.domain.code.LockerRing;
import dev.twostep.domain.code.ServerKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Finds the keys that portals' keys are locked with: option {@code portal-key} names the one that
 * locks, {@code portal-read-keys} those that still unlock. Each is in a keystore or in the vault;
 * {@value #SERVER} is made of the server key, and is all there is without these options.
 */
final class PortalKeys {

  static final String SERVER = "server";
  static final String ENTRY = "twostep-portal-";

  private static final Logger LOG = Logger.getLogger(PortalKeys.class);
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private final Optional<ServerKey> server;
  private final Source source;

  /** Where the bytes of a key are, by its entry's name; fails as files and keystores do. */
  interface Source {
    Optional<byte[]> read(String entry) throws IOException, GeneralSecurityException;
  }

  PortalKeys(Optional<ServerKey> server, Source source) {
    this.server = server;
    this.source = source;
  }

  /** Empty, with an error in the log that says what to do, if the one that locks is not there. */
  Optional<LockerRing> find(String current, String others) {
    Map<String, Locker> found = new LinkedHashMap<>();
    for (String id : ids(current, others)) {
      locker(id).ifPresent(locker -> found.put(id, locker));
    }
    if (!found.containsKey(current)) {
      lacking(current);
      return Optional.empty();
    }
    return Optional.of(new LockerRing(current, found));
  }

  /** Of a server key that is missing, its own log has said so. */
  private static void lacking(String current) {
    if (!current.equals(SERVER)) {
      LOG.errorf(
          "Twostep has no portal key \"%s\", so no portal's codes can be turned on or handed out:"
              + " put it into the keystore or the vault as %s%s, or name another as portal-key",
          current, ENTRY, current);
    }
  }

  /** The server key's is always read if there is one: whoever adds a key has rows of it. */
  private Set<String> ids(String current, String others) {
    Set<String> ids = new LinkedHashSet<>();
    ids.add(current);
    Arrays.stream(others.split(",", -1))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .forEach(ids::add);
    if (server.isPresent()) {
      ids.add(SERVER);
    }
    return ids;
  }

  private Optional<Locker> locker(String id) {
    if (id.equals(SERVER)) {
      return server.map(key -> key.portalLocker(new SecureRandom()));
    }
    try {
      Optional<byte[]> bytes =
          ID.matcher(id).matches() ? source.read(ENTRY + id) : Optional.empty();
      if (bytes.isEmpty()) {
        LOG.errorf("Twostep's portal key \"%s\" is not there", id);
      }
      return bytes.map(read -> ServerKey.of(read).portalLocker(new SecureRandom()));
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      // A vault of others may fail in ways of its own; the server has to start all the same.
      LOG.errorf("Twostep's portal key \"%s\" cannot be used: %s", id, e.getMessage());
      return Optional.empty();
    }
  }
}
