package dev.twostep.domain.code;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys by their ids: the current one locks, all of them unlock what names them. */
public final class LockerRing {

  /** A locked secret and the id of its key. */
  public record Locked(String key, String text) {

    @Override
    public String toString() {
      return "Locked[" + key + "]";
    }
  }

  private final String current;
  private final Locker writing;
  private final Map<String, Locker> keys;

  /**
   * Takes a copy.
   *
   * @throws IllegalArgumentException if the current key is not among them
   */
  public LockerRing(String current, Map<String, Locker> keys) {
    Locker found = keys.get(current);
    if (found == null) {
      throw new IllegalArgumentException("there is no key " + current);
    }
    this.current = current;
    this.writing = found;
    this.keys = Map.copyOf(keys);
  }

  public Locked lock(String secret, String place) {
    return new Locked(current, writing.lock(secret, place));
  }

  /** Empty if its key is not here, or as {@link Locker#unlock} has it. */
  public Optional<String> unlock(Locked locked, String place) {
    return Optional.ofNullable(keys.get(locked.key()))
        .flatMap(key -> key.unlock(locked.text(), place));
  }

  /** The id of the key that locks. */
  public String current() {
    return current;
  }

  /** The ids of all keys that unlock. */
  public Set<String> ids() {
    return keys.keySet();
  }
}
