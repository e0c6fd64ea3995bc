package dev.twostep.bench;

import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.server.EmbeddedDatabase;
import java.util.Map;

/**
 * The realms of the heap benchmark. Their sessions end after a minute, and Keycloak forgets them:
 * what grows is somebody else's.
 */
record HeapRealms(AdminApi admin, EmbeddedDatabase database, RealmSeed seed) {

  private static final int SESSION_SECONDS = 60;

  /** User 0 of each is for looking at one login; the load takes all others. */
  void plant(Variant variant, int users) {
    seed.plant(variant, 1);
    RealmApi realm = admin.realm(variant.realm());
    realm.update(
        Map.of("ssoSessionIdleTimeout", SESSION_SECONDS, "ssoSessionMaxLifespan", SESSION_SECONDS));
    new UserRows(database, variant.realm())
        .copy(new BenchUser(0), "generate_series(1, " + users + ") n");
    RealmSeed.expectGood(realm.post("clear-user-cache", Map.of()));
  }
}
