package dev.twostep.domain.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Decision;
import dev.twostep.domain.policy.Explanation;
import dev.twostep.domain.policy.Fallback;
import dev.twostep.domain.policy.Grace;
import dev.twostep.domain.policy.Occasion;
import dev.twostep.domain.policy.Occasions;
import dev.twostep.domain.policy.PolicyState;
import dev.twostep.domain.policy.Refusal;
import dev.twostep.domain.policy.Requirement;
import dev.twostep.domain.policy.Ruling;
import dev.twostep.domain.policy.Terms;
import dev.twostep.domain.policy.Timing;
import dev.twostep.domain.policy.Waiver;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a decision of the policy means where no page can be shown. */
class AdmissionTest {

  private static final List<FactorKind> SMS = List.of(FactorKind.SMS);

  @Test
  void whoIsNotAskedNeedsNothingElse() {
    assertThat(Admission.of(new Decision.NotAsked(why(PolicyState.ON), Waiver.OFF)).isFree())
        .isTrue();
    assertThat(Admission.of(new Decision.Offer(why(PolicyState.ON), SMS)).isFree()).isTrue();
  }

  @Test
  void enrolmentStopsOnlyWhomItCannotWaitFor() {
    Grace grace = new Grace(Optional.empty(), OptionalInt.of(1));
    assertThat(Admission.of(enrol(Optional.of(grace))).isFree()).isTrue();
    assertThat(Admission.of(enrol(Optional.empty())))
        .isEqualTo(new Admission.Denied(GrantReason.ENROLMENT_REQUIRED));
  }

  @Test
  void onlyFactorsWithoutAPageCanAnswer() {
    assertThat(Admission.of(ask(FactorKind.PASSKEY, FactorKind.TOTP, FactorKind.PASS)))
        .isEqualTo(new Admission.Owed(List.of(FactorKind.TOTP)));
    assertThat(Admission.of(ask(FactorKind.PASSKEY)))
        .isEqualTo(new Admission.Denied(GrantReason.BROWSER_REQUIRED));
  }

  @Test
  void doubtDenies() {
    Decision unreadable =
        new Decision.Refused(why(PolicyState.ON), Refusal.UNREADABLE_POLICY, "detail");
    assertThat(Admission.of(unreadable))
        .isEqualTo(new Admission.Denied(GrantReason.POLICY_REFUSES));
  }

  @Test
  void aPolicyThatObservesStopsNobody() {
    Decision observed = new Decision.Ask(why(PolicyState.OBSERVE), SMS);
    assertThat(Admission.of(observed)).isEqualTo(new Admission.Free("observed:default"));
  }

  private static Decision ask(FactorKind... order) {
    return new Decision.Ask(why(PolicyState.ON), List.of(order));
  }

  private static Decision enrol(Optional<Grace> postponement) {
    return new Decision.Enrol(why(PolicyState.ON), SMS, postponement);
  }

  private static Explanation why(PolicyState state) {
    return new Explanation(
        state,
        new Ruling(Requirement.REQUIRED, Optional.empty(), List.of(), List.of()),
        new Terms(Set.copyOf(SMS), Optional.of(FactorKind.SMS), Fallback.NONE, Optional.empty()),
        new Timing(Occasions.DEFAULT, List.of(Occasion.EVERY_SESSION), Optional.empty()));
  }
}
