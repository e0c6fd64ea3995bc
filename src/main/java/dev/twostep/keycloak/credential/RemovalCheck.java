package dev.twostep.keycloak.credential;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.factor.Seniority;
import dev.twostep.domain.office.OnlyOffice;
import dev.twostep.domain.policy.Decision;
import dev.twostep.domain.policy.Demand;
import dev.twostep.domain.policy.LoginFacts;
import dev.twostep.domain.policy.Moment;
import dev.twostep.domain.policy.Proof;
import dev.twostep.domain.policy.Refusal;
import dev.twostep.domain.policy.Requirement;
import dev.twostep.domain.policy.Rulebook;
import dev.twostep.domain.policy.Subject;
import dev.twostep.domain.policy.TwoStepPolicy;
import dev.twostep.keycloak.policy.KeycloakLayers;
import dev.twostep.keycloak.policy.UserChoices;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Says whether the user may give up one of their factors now; asked on every road. */
public final class RemovalCheck {

  /** Why not. */
  public enum Objection {
    /** Policy requires a second step, and none would be left. */
    LAST_FACTOR,
    /** Nothing but an office's code was or could be proven, and that changes nothing. */
    ONLY_OFFICE,
    /** The factor that was proven is too new to push out an older one. */
    TOO_YOUNG,
    /** No factor was proven lately enough. */
    NOT_FRESH
  }

  private final KeycloakSession session;
  private final UserModel user;
  private final Instant now;
  private final UsableFactors factors;

  public RemovalCheck(KeycloakSession session, UserModel user) {
    this.session = session;
    this.user = user;
    this.factors = new UsableFactors(session, session.getContext().getRealm(), user);
    this.now = Twostep.of(session).clock().instant();
  }

  /** The first reason why that credential has to stay, with nothing put in its place. */
  public Optional<Objection> toRemoving(CredentialModel target) {
    return isLast(target) ? Optional.of(Objection.LAST_FACTOR) : toReplacing(target);
  }

  /** The first reason why that credential must not give way to a new one. */
  public Optional<Objection> toReplacing(CredentialModel target) {
    Decision before = beforeChange();
    if (before.acts() && isOnlyOffice(before)) {
      return Optional.of(Objection.ONLY_OFFICE);
    }
    if (!before.acts() || !(before instanceof Decision.Ask)) {
      return Optional.empty();
    }
    Optional<Proof> proof =
        SessionProof.shownBy(session, user)
            .filter(p -> p.allowsChangeAt(now))
            .filter(p -> factors.count(p.factor()));
    if (proof.isEmpty()) {
      return Optional.of(Objection.NOT_FRESH);
    }
    return Seniority.mayRemove(youngest(proof.get().factor()), addedAt(target), now)
        ? Optional.empty()
        : Optional.of(Objection.TOO_YOUNG);
  }

  /** The same question that a login asks on its way to a change: is there anything to prove? */
  private Decision beforeChange() {
    Demand change = new Demand(true, Demand.NONE.level());
    Moment moment = new Moment(now, Optional.empty(), false, change);
    return factors.decide(kinds -> decide(kinds, moment));
  }

  /** Whether nothing but an office's codes would be left of what the user logs in with. */
  public boolean leavesOnlyOffice(CredentialModel target) {
    List<FactorKind> left = new AccountFactors(realm(), user).kindsWithout(target.getId());
    return AccountFactors.kindOf(target)
        .filter(removed -> OnlyOffice.isLeft(removed, left))
        .isPresent();
  }

  private static boolean isOnlyOffice(Decision decision) {
    return decision instanceof Decision.Refused refused && refused.refusal() == Refusal.ONLY_OFFICE;
  }

  /** Whether policy requires a second step that this credential alone still allows. */
  boolean isLast(CredentialModel target) {
    return canAnswer(factors.kinds()).orElse(false)
        && !canAnswer(factors.kindsWithout(target.getId())).orElse(true);
  }

  /** Empty where nothing is required. */
  private Optional<Boolean> canAnswer(List<FactorKind> all) {
    List<FactorKind> kinds = all.stream().filter(kind -> kind != FactorKind.PASS).toList();
    Decision decision = decide(kinds, Moment.fresh(now));
    boolean required = decision.explanation().outcome() == Requirement.REQUIRED;
    return decision.acts() && required
        ? Optional.of(decision instanceof Decision.Ask)
        : Optional.empty();
  }

  private Decision decide(List<FactorKind> kinds, Moment moment) {
    Rulebook rules = new KeycloakLayers(session, realm()).rulebook(user, null);
    Subject subject = new Subject(UserChoices.of(user), kinds, Optional.empty());
    return TwoStepPolicy.decide(new LoginFacts(rules, subject, moment));
  }

  /** The proof names a kind only: the newest of that kind may have been the one. */
  private Instant youngest(FactorKind kind) {
    return user.credentialManager()
        .getStoredCredentialsStream()
        .filter(credential -> AccountFactors.isOf(kind, credential.getType()))
        .map(RemovalCheck::addedAt)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static Instant addedAt(CredentialModel credential) {
    Long created = credential.getCreatedDate();
    return created == null ? Instant.EPOCH : Instant.ofEpochMilli(created);
  }

  private RealmModel realm() {
    return session.getContext().getRealm();
  }
}
