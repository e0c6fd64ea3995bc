package dev.twostep.domain.policy;

import java.util.Optional;

/**
 * What the browser of a login brings along.
 *
 * @param unlocked the passcode of its trust was right earlier in this session
 * @param changed the password or a factor has changed since this session proved one
 */
public record Browser(Optional<Trust> trust, boolean unlocked, boolean changed) {

  /** Nothing. */
  public static final Browser UNKNOWN = new Browser(Optional.empty(), false, false);
}
