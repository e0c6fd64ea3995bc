package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.factor.FactorLevel;
import dev.twostep.domain.policy.Decision.Ask;
import dev.twostep.domain.policy.Decision.Enrol;
import dev.twostep.domain.policy.Decision.Refused;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a login must do beyond the policy: to change a factor, or to reach a level. */
final class Demanded {

  private final LoginFacts facts;
  private final Explanation why;

  Demanded(LoginFacts facts, Explanation why) {
    this.facts = facts;
    this.why = why;
  }

  /**
   * Empty when nothing more is demanded, or when that is met already.
   *
   * @param order what policy lets this user answer with; before a change, with factors of their own
   * @param choices what policy lets this user enrol
   */
  Optional<Decision> decision(List<FactorKind> order, List<FactorKind> choices) {
    if (proofs().anyMatch(this::meets)) {
      return Optional.empty();
    }
    if (demand().level() > FactorLevel.PASSWORD) {
      return Optional.of(level(order, choices));
    }
    return demand().elevation() ? change(existing(order)) : Optional.empty();
  }

  private Optional<Decision> change(List<FactorKind> existing) {
    if (!existing.isEmpty()) {
      return Optional.of(new Ask(why, existing));
    }
    return hasOffice() ? Optional.of(onlyOffice()) : Optional.empty();
  }

  private boolean hasOffice() {
    return facts.subject().has().contains(FactorKind.OFFICE);
  }

  private Refused onlyOffice() {
    String detail = "only an office's code would answer, and that changes nothing: issue a pass";
    return new Refused(why, Refusal.ONLY_OFFICE, detail);
  }

  /** A factor that policy does not count protects itself against being changed. */
  private List<FactorKind> existing(List<FactorKind> order) {
    boolean onlyPass = order.stream().allMatch(kind -> kind == FactorKind.PASS);
    return onlyPass ? Stream.concat(ownWithoutPolicy(), order.stream()).toList() : order;
  }

  private Decision level(List<FactorKind> order, List<FactorKind> choices) {
    List<FactorKind> high = order.stream().filter(this::reaches).toList();
    if (!high.isEmpty()) {
      return new Ask(why, high);
    }
    List<FactorKind> enrollable = choices.stream().filter(this::reaches).toList();
    if (demand().elevation() && order.isEmpty() && hasOffice()) {
      return onlyOffice();
    }
    // Who has a lower factor would have to prove it first: that is the account page's business.
    return facts.subject().has().isEmpty() && !enrollable.isEmpty()
        ? new Enrol(why, enrollable, Optional.empty())
        : new Refused(
            why,
            Refusal.LEVEL_OUT_OF_REACH,
            "the application asks for level " + demand().level() + ", the user has " + order);
  }

  private Stream<FactorKind> ownWithoutPolicy() {
    return facts.subject().has().stream()
        .filter(kind -> AskOrder.OWN.contains(kind) || kind == FactorKind.RECOVERY_CODES)
        .filter(FactorKind::isPersonal)
        .distinct();
  }

  private Stream<Proof> proofs() {
    Moment moment = facts.moment();
    Stream<Proof> passkey =
        moment.passkeyLogin() && why.terms().factors().contains(FactorKind.PASSKEY)
            ? Stream.of(new Proof(FactorKind.PASSKEY, moment.now()))
            : Stream.empty();
    return Stream.concat(moment.proof().stream(), passkey);
  }

  private boolean meets(Proof proof) {
    return reaches(proof.factor())
        && (!demand().elevation() || proof.allowsChangeAt(facts.moment().now()));
  }

  private boolean reaches(FactorKind kind) {
    return FactorLevel.reachedBy(kind) >= demand().level();
  }

  private Demand demand() {
    return facts.moment().demand();
  }
}
