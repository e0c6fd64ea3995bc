package dev.twostep.domain.portal;

/** What became of a job's report. */
public sealed interface ReportOutcome {

  /**
   * Written down.
   *
   * @param stopped whether it was the refusal that stopped the portal
   */
  record Taken(Lease lease, boolean stopped) implements ReportOutcome {}

  /** Said before. */
  record Repeated(Lease lease) implements ReportOutcome {}

  /** The job had said the opposite. */
  record Contradicted(Lease lease) implements ReportOutcome {}

  /** That job has no code of that portal. */
  record Unknown() implements ReportOutcome {}
}
