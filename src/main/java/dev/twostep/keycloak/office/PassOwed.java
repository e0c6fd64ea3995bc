package dev.twostep.keycloak.office;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.pass.SealedPass;
import dev.twostep.domain.policy.Decision;
import dev.twostep.domain.policy.LoginFacts;
import dev.twostep.domain.policy.Moment;
import dev.twostep.domain.policy.Requirement;
import dev.twostep.domain.policy.Subject;
import dev.twostep.domain.policy.TwoStepPolicy;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.credential.PassShelf;
import dev.twostep.keycloak.credential.StoredPass;
import dev.twostep.keycloak.policy.KeycloakLayers;
import dev.twostep.keycloak.policy.UserChoices;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * An account that loses its office and has nothing else must not be anybody's who knows its
 * password: it is given a pass that is over, so that its next login waits for an administrator's.
 */
public final class PassOwed {

  /** Who such a pass is from. */
  private static final String BY = "twostep/office";

  private static final Set<FactorKind> NOT_OWN = EnumSet.of(FactorKind.OFFICE, FactorKind.PASS);

  private final KeycloakSession session;
  private final RealmModel realm;

  public PassOwed(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /** Whether nothing would open that account but a new pass, if it lost its office now. */
  public boolean by(UserModel user, Instant now) {
    List<FactorKind> own =
        new AccountFactors(realm, user)
            .kinds().stream().filter(kind -> !NOT_OWN.contains(kind)).toList();
    return own.isEmpty() || isRefused(user, own, now);
  }

  /** Keeps the account shut if that is so; a pass that is there stays. */
  boolean pay(UserModel user, Instant now) {
    boolean owed = by(user, now);
    PassShelf shelf = new PassShelf(user);
    if (owed && shelf.pass().isEmpty()) {
      SealedPass over = SealedPass.neverIssued(KeycloakModelUtils.generateId(), now);
      shelf.keep(new StoredPass(over, BY));
    }
    return owed;
  }

  /** An office opens the account again: nobody has to be asked for what was never issued. */
  void settle(UserModel user) {
    PassShelf shelf = new PassShelf(user);
    Optional<StoredPass> ours = shelf.pass().filter(pass -> pass.by().equals(BY));
    if (ours.isPresent()) {
      shelf.remove();
    }
  }

  /** Required, and not to be met by what is there: whoever came next would enrol. */
  private boolean isRefused(UserModel user, List<FactorKind> own, Instant now) {
    var rules = new KeycloakLayers(session, realm).rulebook(user, null);
    Subject subject = new Subject(UserChoices.of(user), own, Optional.empty());
    Decision decision = TwoStepPolicy.decide(new LoginFacts(rules, subject, Moment.fresh(now)));
    return decision.acts()
        && decision.explanation().outcome() == Requirement.REQUIRED
        && !(decision instanceof Decision.Ask);
  }
}
