package dev.twostep.keycloak.store;

import dev.twostep.keycloak.portal.PortalVault;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Locks portals' keys anew with the current key, a hundred in each transaction: whoever stops it
 * half-way loses nothing, and goes on with the next call.
 */
public final class PortalRelocking {

  static final int BATCH = 100;

  /**
   * What was done.
   *
   * @param unreadable rows whose own key is not here; they stay as they are
   */
  public record Done(int relocked, int unreadable) {

    Done plus(Done other) {
      return new Done(relocked + other.relocked, unreadable + other.unreadable);
    }
  }

  /** One batch, and where the next begins. */
  record Step(Done done, String last, boolean more) {}

  private final KeycloakSessionFactory sessions;
  private final PortalVault vault;
  private final Optional<String> realm;

  /**
   * @param realm all of them if empty
   */
  public PortalRelocking(
      KeycloakSessionFactory sessions, PortalVault vault, Optional<String> realm) {
    this.sessions = sessions;
    this.vault = vault;
    this.realm = realm;
  }

  /** At most so many rows, rounded up to a batch. */
  public Done run(int most) {
    Done sum = new Done(0, 0);
    for (LockedRows rows : List.of(LockedRows.PORTALS, LockedRows.INTAKES)) {
      sum = sum.plus(all(rows, most - sum.relocked()));
    }
    return sum;
  }

  private Done all(LockedRows rows, int most) {
    Done sum = new Done(0, 0);
    Step step = new Step(sum, "", true);
    while (step.more() && sum.relocked() < most) {
      String after = step.last();
      step =
          KeycloakModelUtils.<Step>runJobInTransactionWithResult(
              sessions,
              session ->
                  rows.relock(
                      session.getProvider(JpaConnectionProvider.class).getEntityManager(),
                      new LockedRows.Wanted(vault, realm, after)));
      sum = sum.plus(step.done());
    }
    return sum;
  }
}
