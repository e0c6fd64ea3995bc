package dev.twostep.application.office;

import dev.twostep.domain.code.TimeSteps;
import dev.twostep.domain.office.Office;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The office of one account, inside that account's settlement. */
public interface OfficeDevices {

  /**
   * A device whose codes count now.
   *
   * @param version changes with its secret
   * @param spentHere the last step that this account accepted from it
   * @param spentAnywhere the last step that any account accepted from it
   */
  record Usable(
      String id, String label, int version, TimeSteps steps, long spentHere, long spentAnywhere) {}

  /** The office as it is at this moment. */
  record Opened(Office office, List<Usable> devices) {}

  /** Who comes in, from where, to what: for the office's log. */
  record Visit(String user, String client, String session, String network) {}

  /**
   * The office that the account belongs to, with its devices; empty if to none any more.
   *
   * @param window the steps before and after the present one that count as well
   */
  Optional<Opened> open(int window, Instant now);

  /**
   * Spends a step of that very version of a device, and writes down who came in; false if the
   * device was revoked or renewed since it was read or, where a code counts once, somebody was
   * faster.
   */
  boolean spend(Opened office, Usable device, long step, Visit visit, Instant now);
}
