package dev.twostep.domain.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * When and how the login happens.
 *
 * @param proof the second factor that was proven earlier in this session, if one was
 * @param passkeyLogin the user signed in with a passwordless passkey: possession and presence both
 */
public record Moment(
    Instant now, Optional<Proof> proof, boolean passkeyLogin, Demand demand, Browser browser) {

  /** A moment at a browser of which nothing else is known. */
  public Moment(Instant now, Optional<Proof> proof, boolean passkeyLogin, Demand demand) {
    this(now, proof, passkeyLogin, demand, Browser.UNKNOWN);
  }

  /** A login in a new session that asks for nothing special. */
  public static Moment fresh(Instant now) {
    return new Moment(now, Optional.empty(), false, Demand.NONE);
  }

  /** The trusted device of this browser, if it is one. */
  public Optional<Trust> trust() {
    return browser.trust();
  }

  /** Whether that device's passcode was right earlier in this session. */
  public boolean unlocked() {
    return browser.unlocked();
  }
}
