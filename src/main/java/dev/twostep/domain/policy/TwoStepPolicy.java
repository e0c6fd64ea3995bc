package dev.twostep.domain.policy;

import java.util.List;

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
    Explanation why = new Explanation(rules.state().state(), precedence.ruling(), terms);
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
