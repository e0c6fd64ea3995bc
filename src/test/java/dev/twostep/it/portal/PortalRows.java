package dev.twostep.it.portal;

import dev.twostep.domain.code.LockerRing;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.portal.PortalDouble;
import dev.twostep.fixture.server.EmbeddedDatabase;
import dev.twostep.keycloak.enrolment.AppKey;
import dev.twostep.keycloak.portal.PortalVault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.keycloak.models.utils.Base32;

/** Portals as Twostep stores them, without anybody who scans anything. */
public record PortalRows(RealmApi realm, EmbeddedDatabase database) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** One portal whose codes are on. */
  public record Portal(String id, String base32, int period) {

    /** The portal itself, by this machine's clock. */
    public PortalDouble there() {
      return there(Duration.ZERO);
    }

    /** The portal itself, whose clock shows another time. */
    public PortalDouble there(Duration ahead) {
      return new PortalDouble(
          Base32.decode(base32),
          Duration.ofSeconds(period),
          Clock.offset(Clock.systemUTC(), ahead));
    }
  }

  /** Locked by the server's key, with steps of two minutes. */
  public Portal active(String owner) {
    return active(owner, 120, "server", serverKey());
  }

  public Portal active(String owner, int period) {
    return active(owner, period, "server", serverKey());
  }

  /** Locked by another key. */
  public Portal active(String owner, int period, String keyId, ServerKey key) {
    byte[] secret = new byte[20];
    RANDOM.nextBytes(secret);
    Portal portal = new Portal(UUID.randomUUID().toString(), Base32.encode(secret), period);
    String realmId = realmId();
    LockerRing.Locked locked =
        vault(keyId, key)
            .lock(
                new AppKey(portal.base32(), "HmacSHA1", 6, period),
                new PortalVault.Owner(realmId, owner, portal.id()));
    database.sql(
        "insert into twostep_portal (id, realm_id, user_id, name, entry, state, key_id, secret,"
            + " period, drift_ms, created_at, activated_at, last_step, refusals, link)"
            + " values (?, ?, ?, ?, 'github', 'active', ?, ?, ?, 0, ?, ?, ?, 0, ?)",
        portal.id(),
        realmId,
        owner,
        "GitHub " + portal.id().substring(0, 8),
        locked.key(),
        locked.text(),
        period,
        System.currentTimeMillis(),
        System.currentTimeMillis(),
        Long.MIN_VALUE,
        "https://login.example.test/me/portals");
    return portal;
  }

  /** That of the shared server. */
  static ServerKey serverKey() {
    return key(7);
  }

  static ServerKey key(int filling) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) filling);
    return ServerKey.of(key);
  }

  /** Puts the clock of the portal to the middle of a step that nobody got; says how far ahead. */
  Duration turnOn(Portal portal) {
    long period = portal.period() * 1000L;
    long now = System.currentTimeMillis();
    long last = (Long) row(portal).get("last_step");
    return turnTo(portal, Math.max(last, Math.floorDiv(now, period)) + 1);
  }

  /** The same, of that very step. */
  Duration turnTo(Portal portal, long step) {
    long period = portal.period() * 1000L;
    long drift = step * period + period / 2 - System.currentTimeMillis();
    database.sql("update twostep_portal set drift_ms = ? where id = ?", drift, portal.id());
    return Duration.ofMillis(drift);
  }

  Map<String, Object> row(Portal portal) {
    return database.sql("select * from twostep_portal where id = ?", portal.id()).get(0);
  }

  /** That portal's key once more, waiting for its proof. */
  void pending(Portal portal, String keyId, ServerKey key) {
    LockerRing.Locked locked =
        vault(keyId, key)
            .lockPending(
                new AppKey(portal.base32(), "HmacSHA1", 6, portal.period()), owner(row(portal)));
    database.sql(
        "insert into twostep_portal_intake (portal_id, realm_id, user_id, id, path, way, state,"
            + " expires_at, tries, key_id, secret)"
            + " select id, realm_id, user_id, id, 'active', 'typed', 'ready', ?, 0, ?, ?"
            + " from twostep_portal where id = ?",
        System.currentTimeMillis() + 600_000,
        locked.key(),
        locked.text(),
        portal.id());
  }

  /** The secret, as the server's key unlocks it. */
  String unlocked(Portal portal) {
    Map<String, Object> row = row(portal);
    return vault("server", serverKey()).unlock(locked(row), owner(row)).orElseThrow().secret();
  }

  /** That of the key that waits. */
  String unlockedPending(Portal portal) {
    Map<String, Object> row =
        database.sql("select * from twostep_portal_intake where portal_id = ?", portal.id()).get(0);
    return vault("server", serverKey())
        .unlockPending(locked(row), owner(row))
        .orElseThrow()
        .secret();
  }

  private static PortalVault vault(String keyId, ServerKey key) {
    return new PortalVault(new LockerRing(keyId, Map.of(keyId, key.portalLocker(RANDOM))));
  }

  private static LockerRing.Locked locked(Map<String, Object> row) {
    return new LockerRing.Locked((String) row.get("key_id"), (String) row.get("secret"));
  }

  private static PortalVault.Owner owner(Map<String, Object> row) {
    return new PortalVault.Owner(
        (String) row.get("realm_id"), (String) row.get("user_id"), (String) row.get("id"));
  }

  String realmId() {
    return realm.representation().path("id").asText();
  }
}
