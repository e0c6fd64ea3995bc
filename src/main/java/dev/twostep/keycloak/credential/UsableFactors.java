package dev.twostep.keycloak.credential;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.office.Office;
import dev.twostep.domain.policy.Decision;
import dev.twostep.keycloak.store.JpaOfficeAccounts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The factors of one user as policy may count them: all that they have, unless they belong to an
 * office that lets nothing else count. The database is asked only about who belongs to one.
 */
public final class UsableFactors {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final UserModel user;
  private final AccountFactors factors;

  /** Asked once, and only if it matters. */
  private @Nullable Belonging belonging;

  private record Belonging(boolean toOffice, boolean ownFactorsCount) {}

  public UsableFactors(KeycloakSession session, RealmModel realm, UserModel user) {
    this.session = session;
    this.realm = realm;
    this.user = user;
    this.factors = new AccountFactors(realm, user);
  }

  /** The kinds that count now, in the user's own order. */
  public List<FactorKind> kinds() {
    return counting(factors.kinds());
  }

  /** The same, as if the credential of that id were not there. */
  List<FactorKind> kindsWithout(String id) {
    return counting(factors.kindsWithout(id));
  }

  /** Whether a proof by a factor of that kind, even one given earlier, counts. */
  public boolean count(FactorKind kind) {
    return opensBesideOffice(kind)
        || !factors.kinds().contains(FactorKind.OFFICE)
        || ownFactorsCount();
  }

  /**
   * Decides on what counts. Before anybody may set a factor up by a password alone, the database is
   * asked whether the account belongs to an office all the same: a credential can get lost.
   */
  public Decision decide(Function<List<FactorKind>, Decision> policy) {
    Decision decision = policy.apply(kinds());
    boolean setsUp = decision instanceof Decision.Enrol || decision instanceof Decision.Offer;
    return setsUp && isLinkedWithoutCredential()
        ? policy.apply(
            counting(
                Stream.concat(factors.kinds().stream(), Stream.of(FactorKind.OFFICE)).toList()))
        : decision;
  }

  private boolean isLinkedWithoutCredential() {
    return user.credentialManager()
            .getStoredCredentialsByTypeStream(OfficeCredential.TYPE)
            .findAny()
            .isEmpty()
        && belonging().toOffice();
  }

  private List<FactorKind> counting(List<FactorKind> kinds) {
    return !kinds.contains(FactorKind.OFFICE) || ownFactorsCount()
        ? kinds
        : kinds.stream().filter(UsableFactors::opensBesideOffice).toList();
  }

  private static boolean opensBesideOffice(FactorKind kind) {
    return kind == FactorKind.OFFICE || kind == FactorKind.PASS;
  }

  private boolean ownFactorsCount() {
    return belonging().ownFactorsCount();
  }

  /** Of an office that is gone nobody knows what it allowed: nothing. */
  private Belonging belonging() {
    Belonging known = belonging;
    if (known == null) {
      Optional<Office> office = new JpaOfficeAccounts(session, realm).officeOf(user.getId());
      boolean own = office.map(one -> one.options().ownFactors()).orElse(false);
      known = new Belonging(office.isPresent(), own);
      belonging = known;
    }
    return known;
  }
}
