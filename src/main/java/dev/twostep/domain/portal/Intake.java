package dev.twostep.domain.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A key on its way to a portal.
 *
 * <pre>
 *   SENT --a phone opens the link--> STARTED --a good photo--> TAKEN --same words--> READY --proof--> gone
 *                                              a picture or a text in the owner's browser --> READY
 * </pre>
 *
 * @param tries photos sent until one was good; then wrong codes
 * @param words on both screens; empty unless a phone is asked
 * @param flaw why the last photo was none, as a message key's end
 */
public record Intake(
    String id,
    String portal,
    KeyPath path,
    KeyWay way,
    State state,
    Instant expires,
    int tries,
    String words,
    Optional<String> flaw) {

  /** How long a key waits for its proof. */
  public static final Duration WAITS = Duration.ofMinutes(30);

  /** So many photos may be sent by one link. */
  public static final int MOST_PHOTOS = 10;

  /** That many wrong codes end it. */
  public static final int MOST_WRONG = 5;

  /** How far it is; the words are stored and told to the page's script. */
  public enum State {
    SENT,
    STARTED,
    TAKEN,
    READY;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** The same after one more try. */
  public Intake tried() {
    return new Intake(id, portal, path, way, state, expires, tries + 1, words, flaw);
  }

  /** Whether anything can still be done with it. */
  public boolean isOpenAt(Instant now) {
    return expires.isAfter(now) && !(state == State.READY && tries >= MOST_WRONG);
  }
}
