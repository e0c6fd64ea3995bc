package dev.twostep.domain.policy;

/**
 * What one login asks for beyond the policy.
 *
 * @param elevation it is about to change a factor, so an existing one must have been proven lately
 * @param level the least level of authentication that the application asks for; see {@link
 *     dev.twostep.domain.factor.FactorLevel}
 */
public record Demand(boolean elevation, int level) {

  /** Nothing. */
  public static final Demand NONE = new Demand(false, 0);
}
