package dev.twostep.keycloak.office;

import dev.twostep.domain.factor.FactorName;
import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.store.JpaOfficeAccounts;
import dev.twostep.keycloak.store.JpaOfficeAccounts.Linked;
import dev.twostep.keycloak.wiring.Twostep;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Invites whatever account has a user name. Whoever does so may not learn which names exist: an
 * invitation that can reach nobody is listed like all others, and stays unanswered.
 */
public final class OfferByName {

  /** As Keycloak stores user names. */
  private static final int LONGEST = 255 - 1;

  /** No user's id begins so. */
  private static final String NOBODY = "?";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Office office;

  public OfferByName(KeycloakSession session, RealmModel realm, Office office) {
    this.session = session;
    this.realm = realm;
    this.office = office;
  }

  /** False only for what cannot be a user name. */
  public boolean offer(String typed) {
    String name = typed.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty()
        || name.length() > LONGEST
        || name.codePoints().anyMatch(FactorName::isInvisible)) {
      return false;
    }
    boolean open =
        Optional.ofNullable(session.users().getUserByUsername(realm, name))
            .filter(this::isReached)
            .isPresent();
    if (!open) {
      new JpaOfficeAccounts(session, realm)
          .offer(
              new Linked(
                  NOBODY + name, office.id(), name, "", Twostep.of(session).clock().instant()));
    }
    return true;
  }

  private boolean isReached(UserModel user) {
    return !new OfficeBook(session, realm, office).offer(user, "").isRefusal();
  }
}
