package dev.twostep.domain.office;

import java.util.Optional;

/**
 * An account that may join an office.
 *
 * @param ownAuthenticator whether it has an app or a passkey of its own: then only its owner can
 *     say yes
 * @param inOrganization whether it is a member of the organization that the office is for, if any
 */
public record Candidate(
    boolean enabled,
    boolean serviceAccount,
    boolean ownAuthenticator,
    boolean inOrganization,
    Standing standing) {

  /**
   * How it stands to offices now.
   *
   * @param office that it belongs to
   * @param customer its number there
   * @param offered its number in an open invitation of the office that is asked about
   */
  public record Standing(Optional<String> office, String customer, Optional<String> offered) {}

  /** What would become of it if somebody other than its owner attached it. */
  public JoinOutcome attachedTo(String office, String customer) {
    JoinOutcome joined = joining(office, customer);
    return joined == JoinOutcome.ATTACHED && ownAuthenticator ? offered(customer) : joined;
  }

  /** The same for somebody who may only invite it. */
  public JoinOutcome invitedTo(String office, String customer) {
    JoinOutcome joined = joining(office, customer);
    return joined == JoinOutcome.ATTACHED ? offered(customer) : joined;
  }

  /** The same if its owner accepts. */
  public JoinOutcome accepting(String office) {
    return standing.offered().isEmpty() ? JoinOutcome.NOT_INVITED : joining(office, "");
  }

  private JoinOutcome joining(String office, String customer) {
    if (standing.office().filter(office::equals).isPresent()) {
      return numbered(standing.customer(), customer);
    }
    if (serviceAccount) {
      return JoinOutcome.SERVICE_ACCOUNT;
    }
    if (!enabled) {
      return JoinOutcome.DISABLED;
    }
    if (standing.office().isPresent()) {
      return JoinOutcome.OTHER_OFFICE;
    }
    return inOrganization ? JoinOutcome.ATTACHED : JoinOutcome.NOT_IN_ORGANIZATION;
  }

  private JoinOutcome offered(String customer) {
    return standing.offered().map(before -> numbered(before, customer)).orElse(JoinOutcome.INVITED);
  }

  /** A list without numbers takes none away. */
  private static JoinOutcome numbered(String before, String now) {
    return now.isEmpty() || now.equals(before) ? JoinOutcome.UNCHANGED : JoinOutcome.RENUMBERED;
  }
}
