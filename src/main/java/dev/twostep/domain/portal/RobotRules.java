package dev.twostep.domain.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What one robot may ask for: codes of these portals of these owners, within its limits. Nothing is
 * allowed that is not named.
 *
 * @param portals entries of the catalogue, {@value #BY_NAME}, or {@value #ALL}
 */
public record RobotRules(Set<String> portals, List<OwnerRule> owners, Limits limits) {

  /** Portals of the catalogue and others. */
  public static final String ALL = "*";

  /** Portals that are in no catalogue. */
  public static final String BY_NAME = "other";

  public static final int USUAL_PER_MINUTE = 600;
  public static final int MOST_PER_MINUTE = 60_000;

  /** Some owners. */
  public sealed interface OwnerRule {

    /** All users of the realm. */
    record Everyone() implements OwnerRule {}

    /** The members of a group and of those below it; by its id. */
    record Group(String id) implements OwnerRule {}

    /** The members of an organization; by its id. */
    record Organization(String id) implements OwnerRule {}
  }

  /**
   * When, from where and how often.
   *
   * @param addresses from anywhere if there are none
   */
  public record Limits(Optional<OpeningHours> hours, List<AddressRange> addresses, int perMinute) {

    /** Of a robot of which nothing else is said. */
    public static final Limits USUAL = new Limits(Optional.empty(), List.of(), USUAL_PER_MINUTE);

    public Limits {
      addresses = List.copyOf(addresses);
    }

    public boolean isOpen(Instant now) {
      return hours.map(stretch -> stretch.isOpen(now)).orElse(true);
    }

    public boolean isFrom(String address) {
      return addresses.isEmpty() || addresses.stream().anyMatch(range -> range.contains(address));
    }
  }

  /** Of a robot that nobody gave any. */
  public static final RobotRules NONE = new RobotRules(Set.of(), List.of(), Limits.USUAL);

  public RobotRules {
    portals = Set.copyOf(portals);
    owners = List.copyOf(owners);
  }

  /** Whether it may ask for that entry of the catalogue; empty for a portal that has none. */
  public boolean allowsPortal(Optional<String> entry) {
    return portals.contains(ALL) || portals.contains(entry.orElse(BY_NAME));
  }

  /**
   * Whether it may ask for portals of an owner.
   *
   * @param isOne whether the owner is one of those that a rule names
   */
  public boolean allowsOwner(Predicate<OwnerRule> isOne) {
    return owners.stream().anyMatch(rule -> rule instanceof OwnerRule.Everyone || isOne.test(rule));
  }
}
