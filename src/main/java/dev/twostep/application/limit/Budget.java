package dev.twostep.application.limit;

import java.util.OptionalLong;

/**
 * The money for text messages of one UTC day.
 *
 * @param organization whose it is; empty for the realm's own
 * @param most in millionths; empty if it is only counted
 */
public record Budget(String organization, OptionalLong most) {

  private static final int WARN_PERCENT = 80;

  public boolean isRealms() {
    return organization.isEmpty();
  }

  boolean holds(long spent, long price) {
    return most.isEmpty() || spent + price <= most.getAsLong();
  }

  /** Whether this message makes it pass the mark at which administrators are warned. */
  boolean isNearlySpentBy(long spent, long price) {
    return most.isPresent() && !isNearly(spent) && isNearly(spent + price);
  }

  private boolean isNearly(long spent) {
    return spent * 100 >= most.orElseThrow() * WARN_PERCENT;
  }
}
