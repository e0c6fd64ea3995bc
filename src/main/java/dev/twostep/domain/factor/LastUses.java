package dev.twostep.domain.factor;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** When the right code of each kind came last, to the hour: written seldom, so that it is cheap. */
public record LastUses(Map<FactorKind, Instant> at) {

  /** How far behind the truth a remembered time may be. */
  public static final Duration GRAIN = Duration.ofHours(1);

  public LastUses {
    at = Map.copyOf(at);
  }

  /** Nothing was ever used. */
  public static LastUses none() {
    return new LastUses(Map.of());
  }

  /** With that use, or empty where what is remembered is near enough. */
  public Optional<LastUses> with(FactorKind kind, Instant now) {
    Instant known = at.get(kind);
    if (known != null && now.isBefore(known.plus(GRAIN))) {
      return Optional.empty();
    }
    Map<FactorKind, Instant> more = new EnumMap<>(FactorKind.class);
    more.putAll(at);
    more.put(kind, now);
    return Optional.of(new LastUses(more));
  }
}
