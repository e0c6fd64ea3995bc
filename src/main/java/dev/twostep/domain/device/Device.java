package dev.twostep.domain.device;

import java.time.Instant;

/** One device that its user trusts, as it is kept. */
public record Device(String id, Made made, Secrets secrets, PasscodeLock lock, Use use) {

  /** At most so many per user; the oldest makes room. */
  public static final int MOST = 5;

  /**
   * How it came to be trusted; never moved by use.
   *
   * @param credential the id of the credential by which the user sees it, and takes it back
   * @param print of the user's credentials at that time
   */
  public record Made(String credential, String print, Instant at) {}

  /**
   * Its last use.
   *
   * @param network a keyed digest of where that was
   */
  public record Use(Instant at, String network) {}

  /** Whether it still counts; how long it does is for policy to say. */
  public boolean standsIn(Standing today) {
    return made.print().equals(today.print())
        && today.credentials().contains(made.credential())
        && !made.at().isBefore(today.epoch());
  }

  public Secrets.Shown shown(String digest, Instant now) {
    return secrets.judge(digest, now);
  }

  /** The same with a new secret. */
  public Device rotated(String next, Instant now) {
    return new Device(id, made, secrets.rotated(next, now), lock, use);
  }

  public Device used(Instant now, String network) {
    return new Device(id, made, secrets, lock, new Use(now, network));
  }

  public Device locked(PasscodeLock next) {
    return new Device(id, made, secrets, next, use);
  }
}
