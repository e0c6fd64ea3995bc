package dev.twostep.it.office;

import dev.twostep.domain.code.Locker;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.server.EmbeddedDatabase;
import dev.twostep.keycloak.enrolment.AppKey;
import dev.twostep.keycloak.store.OfficeSecrets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.keycloak.models.utils.Base32;

/**
 * An office as Twostep stores it: by the hundred, and for accounts that no administrator attaches.
 */
public record OfficeRows(RealmApi realm, EmbeddedDatabase database, String office) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** A device with a secret of its own; none of its codes was used. */
  public record Device(String id, Totp app) {}

  /** A new office with these options. */
  public static OfficeRows create(
      RealmApi realm, EmbeddedDatabase database, Map<String, ?> settings) {
    String id = realm.post("twostep/offices", settings).orFail().json().get("id").asText();
    return new OfficeRows(realm, database, id);
  }

  /** One that is active already. */
  public Device device(String label) {
    String id = UUID.randomUUID().toString();
    byte[] secret = new byte[20];
    RANDOM.nextBytes(secret);
    database.sql(
        "insert into twostep_office_device (id, realm_id, office_id, kind, label, secret, version,"
            + " last_step, enrol_step, created_at, enrolled_at)"
            + " values (?, ?, ?, 'own', ?, ?, 1, 0, 0, ?, ?)",
        id,
        realmId(),
        office,
        label,
        locked(id, secret),
        System.currentTimeMillis(),
        System.currentTimeMillis());
    return new Device(id, Totp.ofSecret(secret));
  }

  private static String locked(String device, byte[] secret) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 7);
    Locker locker = ServerKey.of(key).locker(RANDOM);
    String text = new AppKey(Base32.encode(secret), "HmacSHA1", 6, 30).text();
    return locker.lock(text, OfficeSecrets.place(device));
  }

  /** Attaches an account, whatever it has. */
  public void attach(String user, String name) {
    link(user, name);
    mark(user);
  }

  /** The row of an account without its credential. */
  void link(String user, String name) {
    database.sql(
        "insert into twostep_office_account"
            + " (user_id, realm_id, office_id, user_name, customer, attached_at)"
            + " values (?, ?, ?, ?, '', 0)",
        user,
        realmId(),
        office,
        name);
  }

  /** The credential of an account without its row. */
  void mark(String user) {
    database.sql(
        "insert into credential (id, type, user_id, created_date, user_label, secret_data,"
            + " credential_data, priority, version)"
            + " values (?, 'twostep-office', ?, 1, 'Office', '{}', '{}', 80, 0)",
        UUID.randomUUID().toString(),
        user);
    // Keycloak has the user in its cache.
    realm.updateUser(user, Map.of("lastName", "Reread"));
  }

  /** So many accounts more, of users that nobody asks for. */
  public void crowd(int accounts) {
    database.sql(
        "insert into twostep_office_account"
            + " (user_id, realm_id, office_id, user_name, customer, attached_at)"
            + " select 'crowd-' || ? || '-' || n, ?, ?, 'crowd' || n, n::text, 0"
            + " from generate_series(1, ?) n",
        office,
        realmId(),
        office,
        accounts);
  }

  private String realmId() {
    return realm.representation().path("id").asText();
  }
}
