package dev.twostep.domain.policy;

import java.util.Optional;

/**
 * What one scope says about trusted devices; empty where it leaves that to wider scopes.
 *
 * @param days how long a trust counts, 0 to {@value #MOST_DAYS}; 0: no device is trusted
 */
public record TrustRules(Optional<Integer> days, Optional<PasscodeRule> passcode) {

  /** No trust counts any longer; also what holds where no scope says anything. */
  public static final int MOST_DAYS = 30;

  /** Says nothing. */
  public static final TrustRules NONE = new TrustRules(Optional.empty(), Optional.empty());
}
