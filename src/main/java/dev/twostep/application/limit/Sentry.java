package dev.twostep.application.limit;

import dev.twostep.application.delivery.Alerts;
import dev.twostep.domain.limit.Barring;
import java.util.List;

/** Tells administrators what the shared limits have stopped, and what they are about to stop. */
public final class Sentry {

  public static final String BUDGET_NEARLY = "budget-80";
  public static final String BUDGET_FULL = "budget-100";

  private final Alerts alerts;
  private final Blocks blocks;

  public Sentry(Alerts alerts, Blocks blocks) {
    this.alerts = alerts;
    this.blocks = blocks;
  }

  /** A message was counted, and goes out. */
  public void passed(String realm, Passage passage, Signs signs) {
    if (signs.pumping()) {
      alerts.raise(
          realm,
          "prefix-unused",
          "many text messages go to one prefix, and hardly any of their codes have come back yet");
    }
    signs
        .nearlySpent()
        .forEach(
            budget ->
                alerts.raise(
                    realm,
                    coded(BUDGET_NEARLY, budget),
                    "80 % of today's budget for text messages is spent" + of(budget)));
    passage
        .text()
        .flatMap(Passage.Text::country)
        .ifPresent(
            country ->
                alerts.raise(
                    realm,
                    "country-monitored:" + country,
                    "text messages go to " + country + ", a country that is monitored"));
  }

  /** A message was asked for, and does not go out. */
  public void barred(String realm, Passage passage, Barring reason, List<Budget> spent) {
    if (reason == Barring.PREFIX) {
      passage.text().ifPresent(text -> blocks.refused(realm, text.prefix(), reason.word()));
      alerts.raise(
          realm,
          "prefix-blocked",
          "text messages to a prefix are blocked: too many, or their codes are not used;"
              + " see .../twostep/blocks");
    } else if (reason == Barring.REALM) {
      alerts.raise(realm, "realm-limit", "the realm has reached its limit of text messages");
    } else if (reason == Barring.IP) {
      alerts.raise(realm, "ip-limit", "one client address has asked for too many messages");
    }
    spent.forEach(
        budget ->
            alerts.raise(
                realm,
                coded(BUDGET_FULL, budget),
                "today's budget for text messages is spent" + of(budget) + ": none go out"));
  }

  private static String coded(String code, Budget budget) {
    return budget.isRealms() ? code : code + ":" + budget.organization();
  }

  private static String of(Budget budget) {
    return budget.isRealms() ? "" : " by the organization " + budget.organization();
  }
}
