package dev.twostep.keycloak.robot;

import dev.twostep.keycloak.notice.PortalNews;
import dev.twostep.keycloak.store.JpaPortalFlags;
import dev.twostep.keycloak.store.JpaPortalFlags.Silent;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Tells owners once that no robot got in at a portal within a day after its key was proven. */
public final class PortalReminders {

  private static final Duration PATIENCE = Duration.ofHours(24);

  private final KeycloakSession session;
  private final JpaPortalFlags flags;
  private final Instant now;

  public PortalReminders(KeycloakSession session) {
    this.session = session;
    this.flags = new JpaPortalFlags(session);
    this.now = Twostep.of(session).clock().instant();
  }

  public void run() {
    flags.silentSince(now.minus(PATIENCE)).forEach(this::remind);
    session.getContext().setRealm(null);
  }

  private void remind(Silent portal) {
    RealmModel realm = session.realms().getRealm(portal.realm());
    if (realm != null && flags.flag(portal.id(), now)) {
      session.getContext().setRealm(realm);
      new PortalNews(session)
          .tell(PortalNews.What.UNPROVEN, portal.owner(), portal.name(), portal.link());
    }
  }
}
