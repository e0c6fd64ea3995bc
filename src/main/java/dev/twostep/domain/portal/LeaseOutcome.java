package dev.twostep.domain.portal;

import dev.twostep.domain.portal.LeasePlan.Slot;
import java.time.Duration;

/** What a job that asked for a code gets. */
public sealed interface LeaseOutcome {

  /**
   * The code.
   *
   * @param first false if the job has it already and asked again
   */
  record Handed(String code, Slot slot, Lease lease, boolean first) implements LeaseOutcome {

    @Override
    public String toString() {
      return "Handed[" + lease + "]";
    }
  }

  /** A step that is still to come: it is the job's, who asks again then. */
  record Reserved(Slot slot) implements LeaseOutcome {}

  /** So many jobs wait already that this one should come back later. */
  record Crowded(Duration retry) implements LeaseOutcome {}

  /** No codes are handed out for it at present. */
  record Stopped(PortalState state) implements LeaseOutcome {}

  /** Its key is locked with a key that this server does not have. */
  record KeyMissing() implements LeaseOutcome {}

  /** There is no such portal. */
  record Unknown() implements LeaseOutcome {}
}
