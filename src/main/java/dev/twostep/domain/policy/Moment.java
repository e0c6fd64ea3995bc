package dev.twostep.domain.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * When and how the login happens.
 *
 * @param proof the second factor that was proven earlier in this session, if one was
 * @param passkeyLogin the user signed in with a passwordless passkey: possession and presence both
 */
public record Moment(Instant now, Optional<Proof> proof, boolean passkeyLogin, Demand demand) {

  /** A login in a new session that asks for nothing special. */
  public static Moment fresh(Instant now) {
    return new Moment(now, Optional.empty(), false, Demand.NONE);
  }
}
