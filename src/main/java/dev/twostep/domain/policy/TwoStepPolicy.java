package dev.twostep.domain.policy;

import java.util.List;
import java.util.Optional;

/**
 * Decides about the second step of one login. The same facts always give the same decision;
 * whatever cannot be read and might have mattered refuses the login.
 */
public final class TwoStepPolicy {

  private TwoStepPolicy() {}

  /** Says what this login needs, and why. */
  public static Decision decide(LoginFacts facts) {
    Rulebook rules = facts.rules();
    Tiers tiers = Tiers.of(rules.layers());
    Precedence precedence = new Precedence(tiers, rules.application());
    Terms terms = new Negotiation(tiers, rules.application(), precedence.isRaised()).terms();
    Ruling ruling = precedence.ruling();
    Optional<Trusting> trusting =
        new TrustTerms(tiers, rules.application()).under(ruling.outcome());
    Timing timing = Timing.of(rules.occasions(), trusting, facts.moment());
    Explanation why = new Explanation(rules.state().state(), ruling, terms, timing);
    if (why.state() == PolicyState.OFF) {
      return new Decision.NotAsked(why, Waiver.POLICY_OFF);
    }
    List<String> obstacles = new Readability(rules, tiers).obstacles(why.outcome());
    if (!obstacles.isEmpty()) {
      return new Decision.Refused(why, Refusal.UNREADABLE_POLICY, String.join("; ", obstacles));
    }
    return new Verdict(facts, why).decision();
  }
}
