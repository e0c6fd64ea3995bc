package dev.twostep.domain.device;

import java.time.Instant;
import java.util.Set;

/**
 * What trusts of one user are held against today.
 *
 * @param print of the user's credentials: another one than a trust's ends it
 * @param credentials the ids of the devices that the user still lists
 * @param epoch trusts from before it are void
 */
public record Standing(String print, Set<String> credentials, Instant epoch) {

  public Standing {
    credentials = Set.copyOf(credentials);
  }
}
