package dev.twostep.domain.office;

import java.util.Optional;

/**
 * What an office's administrators chose.
 *
 * @param ownFactors whether an account's own factors go on opening it
 * @param strict whether a code opens one account only, whichever: its time step is then spent for
 *     all accounts of the office
 * @param shared whether one secret is on many phones, as some services have it: then nobody can say
 *     which employee opened what, and whoever leaves takes the secret along
 * @param endSessions whether the sessions that a device opened end when it is revoked
 * @param organization the Keycloak organization to which its accounts must belong, if any
 */
public record OfficeOptions(
    boolean ownFactors,
    boolean strict,
    boolean shared,
    boolean endSessions,
    Optional<String> organization) {

  /**
   * Own factors count, a code opens each account once, every employee has a device of their own.
   */
  public static OfficeOptions usual() {
    return new OfficeOptions(true, false, false, true, Optional.empty());
  }
}
