package dev.twostep.keycloak.device;

import java.time.DateTimeException;
import java.time.Instant;
import org.keycloak.models.RealmModel;

/** From when on trusts of a realm count: what was made before a backup was restored does not. */
public final class Epoch {

  /** Stored in customers' realms; an instant. */
  public static final String ATTRIBUTE = "twostep.epoch";

  private Epoch() {}

  /** One that cannot be read lets nothing count. */
  public static Instant of(RealmModel realm) {
    String written = realm.getAttribute(ATTRIBUTE);
    try {
      return written == null || written.isBlank() ? Instant.EPOCH : Instant.parse(written.strip());
    } catch (DateTimeException unreadable) {
      return Instant.MAX;
    }
  }

  public static void start(RealmModel realm, Instant now) {
    realm.setAttribute(ATTRIBUTE, now.toString());
  }
}
