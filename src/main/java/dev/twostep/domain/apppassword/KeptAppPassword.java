package dev.twostep.domain.apppassword;

import java.time.Instant;
import java.util.Set;

/**
 * One app password of a user, alive or remembered.
 *
 * @param applications the ids of the clients that it was made for
 * @param revoked whether it counts for nothing any more
 */
public record KeptAppPassword(
    SealedAppPassword sealed, AppPasswordTerm term, Set<String> applications, boolean revoked) {

  public KeptAppPassword {
    applications = Set.copyOf(applications);
  }

  /** What to say to that application, once it is certain that it is this one. */
  public AppPasswordVerdict verdict(String application, Instant now) {
    String id = sealed.id();
    if (revoked) {
      return new AppPasswordVerdict.Revoked(id);
    }
    if (term.isExpiredAt(now)) {
      return new AppPasswordVerdict.Expired(id);
    }
    if (term.isUnusedAt(now)) {
      return new AppPasswordVerdict.Unused(id);
    }
    return applications.contains(application)
        ? new AppPasswordVerdict.Opened(id)
        : new AppPasswordVerdict.OtherApplication(id);
  }
}
