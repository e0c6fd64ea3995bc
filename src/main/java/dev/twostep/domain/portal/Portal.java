package dev.twostep.domain.portal;

import java.time.Instant;
import java.util.Optional;

/**
 * An outside web site that a user listed; of its key it tells only that there is one.
 *
 * @param entry the catalogue's key; empty for one that its user named
 */
public record Portal(
    String id,
    String name,
    Optional<String> entry,
    Optional<String> host,
    PortalState state,
    boolean hasKey,
    Life life) {

  /** What happened to it and when. */
  public record Life(
      Instant created,
      Optional<Instant> activated,
      Optional<Handed> handed,
      Optional<Instant> accepted,
      Optional<Instant> flagged) {}

  /**
   * The last code that a robot got.
   *
   * @param client by its id, which may be gone since
   */
  public record Handed(Instant at, String job, String client) {}

  /** So many a user may list: far more than anybody has, and no more than fit a page. */
  public static final int MOST = 200;

  /** Whether its owner may stop it. */
  public boolean canPause() {
    return state == PortalState.ACTIVE;
  }

  /** Whether its owner may let it go on with the key that it has. */
  public boolean canResume() {
    return hasKey && (state == PortalState.PAUSED || state == PortalState.REFUSED);
  }
}
