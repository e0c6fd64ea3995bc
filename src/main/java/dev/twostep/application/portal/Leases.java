package dev.twostep.application.portal;

import dev.twostep.domain.code.OneTimeCode;
import dev.twostep.domain.portal.Lease;
import dev.twostep.domain.portal.PortalState;
import dev.twostep.domain.portal.TrackRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Where it is kept who got which code of which portal, for all nodes. */
public interface Leases {

  /**
   * Who asks.
   *
   * @param client the robot
   * @param name the robot's own name for what it does; the same for the same code
   */
  record Job(String client, String name) {}

  /**
   * Runs the work while nobody else settles anything about that portal, in a short transaction of
   * its own; empty if there is no such portal.
   */
  <T> Optional<T> settle(String portal, Function<Entry, T> work);

  /** A portal while it is settled. Leases are those of its present key. */
  interface Entry {

    PortalState state();

    /** How its codes are made; empty if its key cannot be unlocked here. */
    Optional<Codes> codes();

    /** The last step that somebody got. */
    long lastStep();

    /** How long a step of its codes is. */
    Duration period();

    TrackRecord track();

    /** The last one of that job. */
    Optional<Lease> latest(Job job);

    /** The last one of that job whose code it got, whatever it asked for since. */
    Optional<Lease> handed(Job job);

    /** A new one, whose step nobody else gets. */
    Lease reserve(Job job, long step, Instant now);

    /** The job gets the code. */
    void hand(Job job, Lease lease, Instant now);

    /** The job said what became of the code; with how that leaves the portal. */
    void report(Lease reported, TrackRecord track, Instant now);

    /** No more codes. */
    void stop();
  }

  /** The codes of a portal's key. */
  record Codes(Duration period, LongFunction<OneTimeCode> at) {

    @Override
    public String toString() {
      return "Codes[******]";
    }
  }
}
