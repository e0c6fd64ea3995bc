package dev.twostep.application.office;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.Ledger;
import dev.twostep.application.delivery.Alerts;
import dev.twostep.application.limit.GuessGuard;
import dev.twostep.application.limit.Tallies;
import dev.twostep.application.office.OfficeDevices.Opened;
import dev.twostep.application.office.OfficeDevices.Usable;
import dev.twostep.application.office.OfficeDevices.Visit;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Leave;
import dev.twostep.domain.limit.Slot;
import dev.twostep.domain.limit.Tally;
import dev.twostep.domain.limit.Tally.Kind;
import dev.twostep.domain.office.OfficeBudget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks a code of any device of the office that an account belongs to. */
public final class CheckOfficeCode {

  public static final String ALERT = "office-blocked";

  /** How long the wrong answers to an office are looked back at. */
  private static final Duration BACK = OfficeBudget.LENGTH;

  /**
   * One attempt.
   *
   * @param window the steps before and after the present one that count as well
   */
  public record Attempt(Account account, Visit visit, int window, GuessGuard from) {}

  private record Settled(OfficeOutcome outcome, Optional<String> blocked) {}

  private final Ledger ledger;
  private final Alerts alerts;
  private final Clock clock;

  public CheckOfficeCode(Ledger ledger, Alerts alerts, Clock clock) {
    this.ledger = ledger;
    this.alerts = alerts;
    this.clock = clock;
  }

  /** One answer is one try, however many devices the office has. */
  public OfficeOutcome check(Attempt attempt, Answer answer) {
    Settled settled = ledger.settle(attempt.account(), entry -> settle(entry, attempt, answer));
    settled
        .blocked()
        .ifPresent(
            office ->
                alerts.raise(
                    attempt.account().realm(),
                    ALERT,
                    office,
                    "office "
                        + office
                        + ": too many wrong codes over all its accounts; its codes are refused until"
                        + " the oldest are a day old, or an administrator unlocks it"));
    return settled.outcome();
  }

  private Settled settle(Ledger.Entry entry, Attempt attempt, Answer answer) {
    Instant now = clock.instant();
    Leave leave = entry.leaveFor(attempt.from(), FactorKind.OFFICE, now);
    if (!(leave instanceof Leave.Granted)) {
      return new Settled(new OfficeOutcome.Held(leave), Optional.empty());
    }
    Optional<Opened> opened = entry.office().open(attempt.window(), now);
    if (opened.isEmpty()) {
      return new Settled(new OfficeOutcome.Detached(), Optional.empty());
    }
    Leave ofOffice = leaveOf(entry.tallies(), opened.get(), now);
    if (!(ofOffice instanceof Leave.Granted)) {
      return new Settled(new OfficeOutcome.Held(ofOffice), Optional.empty());
    }
    return evaluate(entry, attempt, opened.get(), answer);
  }

  private Settled evaluate(Ledger.Entry entry, Attempt attempt, Opened opened, Answer answer) {
    Instant now = clock.instant();
    boolean strict = opened.office().options().strict();
    boolean used = false;
    for (Usable device : opened.devices()) {
      if (device.steps().stepOf(answer, now, Long.MIN_VALUE).isEmpty()) {
        continue;
      }
      long spent = strict ? device.spentAnywhere() : device.spentHere();
      OptionalLong step = device.steps().stepOf(answer, now, spent);
      if (step.isPresent()
          && entry.office().spend(opened, device, step.getAsLong(), attempt.visit(), now)) {
        return accepted(entry, opened, device);
      }
      used |= step.isEmpty() || strict;
    }
    return wrong(entry, attempt, opened, used);
  }

  private Settled accepted(Ledger.Entry entry, Opened opened, Usable device) {
    entry.write(entry.attempts().right(FactorKind.OFFICE));
    entry.lastUses().with(FactorKind.OFFICE, clock.instant()).ifPresent(entry::write);
    return new Settled(
        new OfficeOutcome.Accepted(opened.office().id(), device.id(), device.label()),
        Optional.empty());
  }

  private Settled wrong(Ledger.Entry entry, Attempt attempt, Opened opened, boolean used) {
    Instant now = clock.instant();
    Tally tally = tally(opened.office().id());
    entry.tallies().add(List.of(Tallies.Charge.unlimited(tally, 1)), now);
    boolean full = !(leaveOf(entry.tallies(), opened, now) instanceof Leave.Granted);
    Leave next =
        entry.wrong(attempt.from(), FactorKind.OFFICE, now).leaveAt(now, FactorKind.OFFICE);
    return new Settled(
        used ? new OfficeOutcome.Taken(next) : new OfficeOutcome.Wrong(next),
        full ? Optional.of(opened.office().name()) : Optional.empty());
  }

  private static Leave leaveOf(Tallies tallies, Opened opened, Instant now) {
    Tally tally = tally(opened.office().id());
    List<Slot> wrong = tallies.read(List.of(tally), now.minus(BACK)).getOrDefault(tally, List.of());
    return OfficeBudget.leaveAt(now, wrong);
  }

  /** What the wrong answers to an office are counted under. */
  public static Tally tally(String office) {
    return new Tally(Kind.WRONG_OFFICE, office);
  }
}
