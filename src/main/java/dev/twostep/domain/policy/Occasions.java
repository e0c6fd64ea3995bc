package dev.twostep.domain.policy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How often an application asks: at any of these occasions.
 *
 * @param atMost the age up to which a proof counts; empty: as long as the session or trust lasts
 * @param offers whether somebody who may choose is offered two-step login here
 * @param unreadable stored values that cannot be read; where there are any, every login is asked
 */
public record Occasions(
    Set<Occasion> asks, Optional<Duration> atMost, boolean offers, List<Unreadable> unreadable) {

  public static final String ASKS = "twostep.occasion";
  public static final String MAX_AGE = "twostep.occasion.max-age";
  public static final String OFFER = "twostep.offer";

  /** All attributes, of an application or, for those that set none, of the realm. */
  public static final List<String> ATTRIBUTES = List.of(ASKS, MAX_AGE, OFFER);

  /** What holds where nobody has set anything. */
  public static final Occasions DEFAULT = of(Occasion.EVERY_SESSION);

  public Occasions {
    asks = Set.copyOf(asks);
    unreadable = List.copyOf(unreadable);
  }

  static Occasions of(Occasion first, Occasion... others) {
    return new Occasions(EnumSet.of(first, others), Optional.empty(), true, List.of());
  }

  /** Whether trusting a device can spare anybody anything here. */
  boolean knowDevices() {
    return asks.contains(Occasion.ONCE_PER_DEVICE);
  }
}
