package dev.twostep.domain.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one scope sets, and nothing of what lies below it: taking a layer away restores exactly what
 * the others say.
 *
 * @param unreadable stored values that cannot be read
 * @param ignored why stored values of this scope do not count, in words for an administrator
 */
public record Layer(
    Optional<Requirement> requirement,
    FactorRules rules,
    List<Unreadable> unreadable,
    List<String> ignored) {

  public static final String REQUIREMENT = "twostep.requirement";
  public static final String FACTORS = "twostep.factors";
  public static final String FIRST = "twostep.first";
  public static final String FALLBACK = "twostep.fallback";
  public static final String GRACE_UNTIL = "twostep.grace.until";
  public static final String GRACE_SKIPS = "twostep.grace.skips";
  public static final String TRUST_DAYS = "twostep.trust.days";
  public static final String PASSCODE = "twostep.passcode";

  /** All attributes of a layer, in the order in which they are shown. */
  public static final List<String> ATTRIBUTES =
      List.of(
          REQUIREMENT, FACTORS, FIRST, FALLBACK, GRACE_UNTIL, GRACE_SKIPS, TRUST_DAYS, PASSCODE);

  /** Sets nothing. */
  public static final Layer EMPTY =
      new Layer(Optional.empty(), FactorRules.NONE, List.of(), List.of());

  public Layer {
    unreadable = List.copyOf(unreadable);
    ignored = List.copyOf(ignored);
  }

  /** Reads a scope's attributes; reports everything that is wrong with them at once. */
  public static Layer parse(Map<String, String> attributes) {
    return new LayerReader(attributes).read();
  }

  /** A readable layer. */
  public static Layer of(Requirement requirement, FactorRules rules) {
    return new Layer(Optional.of(requirement), rules, List.of(), List.of());
  }

  /** Whether this scope says anything at all. */
  public boolean isEmpty() {
    return equals(EMPTY);
  }

  /**
   * The part that can only make a login stricter: for values that somebody other than an
   * administrator may have written.
   */
  public Layer raisingOnly(String why) {
    Optional<Requirement> raised = requirement.filter(Requirement.REQUIRED::equals);
    boolean same = raised.equals(requirement) && rules.equals(FactorRules.NONE);
    return new Layer(raised, FactorRules.NONE, unreadable, same ? ignored : List.of(why));
  }

  boolean cannotRead(String... attributes) {
    List<String> asked = List.of(attributes);
    return unreadable.stream().anyMatch(problem -> asked.contains(problem.attribute()));
  }
}
