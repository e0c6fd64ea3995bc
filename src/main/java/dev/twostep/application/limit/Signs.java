package dev.twostep.application.limit;

import java.util.List;

/**
 * What administrators should hear about although the message goes out.
 *
 * @param nearlySpent the budgets that this message brought near their end
 * @param pumping whether its prefix gets many messages whose codes have not come back yet
 */
public record Signs(List<Budget> nearlySpent, boolean pumping) {
  public Signs {
    nearlySpent = List.copyOf(nearlySpent);
  }
}
