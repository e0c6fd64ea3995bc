package dev.twostep.domain.grant;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Decision;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One admission per kind of decision: what can be offered or put off stops nobody here. */
final class Admissions implements Decision.Cases<Admission> {

  private static final Set<FactorKind> NEEDS_A_PAGE =
      EnumSet.of(FactorKind.PASSKEY, FactorKind.PASS);

  @Override
  public Admission notAsked(Decision.NotAsked decision) {
    return new Admission.Free(decision.word());
  }

  @Override
  public Admission offer(Decision.Offer decision) {
    return new Admission.Free(decision.word());
  }

  @Override
  public Admission enrol(Decision.Enrol decision) {
    return decision.postponement().isPresent()
        ? new Admission.Free(decision.word())
        : new Admission.Denied(GrantReason.ENROLMENT_REQUIRED);
  }

  @Override
  public Admission ask(Decision.Ask decision) {
    return owed(decision.order());
  }

  private static Admission owed(List<FactorKind> order) {
    List<FactorKind> usable = order.stream().filter(kind -> !NEEDS_A_PAGE.contains(kind)).toList();
    return usable.isEmpty()
        ? new Admission.Denied(GrantReason.BROWSER_REQUIRED)
        : new Admission.Owed(usable);
  }

  /** A passcode belongs to a browser; none is here to take it. */
  @Override
  public Admission unlock(Decision.Unlock decision) {
    return owed(decision.order());
  }

  @Override
  public Admission refused(Decision.Refused decision) {
    return new Admission.Denied(GrantReason.POLICY_REFUSES);
  }
}
