package dev.twostep.domain.policy;

import java.time.Duration;
import java.util.Optional;

/**
 * The rules about trusted devices in force: each from the most specific scope that sets it; an
 * application can only shorten a trust and ask for more of it.
 */
record TrustTerms(Tiers tiers, Optional<ScopeLayer> application) {

  /** Empty where no device may be trusted. */
  Optional<Trusting> under(Requirement outcome) {
    int days = Math.min(daysOfSubject(), ofApplication().days().orElse(TrustRules.MOST_DAYS));
    return days == 0
        ? Optional.empty()
        : Optional.of(new Trusting(Duration.ofDays(days), passcode(outcome)));
  }

  private int daysOfSubject() {
    return tiers
        .nearest(layer -> layer.rules().trust().days(), Math::min)
        .orElse(TrustRules.MOST_DAYS);
  }

  private Passcode passcode(Requirement outcome) {
    Optional<Passcode> ofSubject =
        tiers.nearest(
            layer -> layer.rules().trust().passcode().map(rule -> rule.under(outcome)),
            Passcode::strictest);
    return Passcode.strictest(
        ofSubject.orElse(Passcode.OFF),
        ofApplication().passcode().map(rule -> rule.under(outcome)).orElse(Passcode.OFF));
  }

  private TrustRules ofApplication() {
    return application.map(one -> one.layer().rules().trust()).orElse(TrustRules.NONE);
  }
}
