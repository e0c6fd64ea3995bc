package dev.twostep.application.challenge;

import dev.twostep.application.limit.GuessGuard;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.TimeSteps;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.AttemptBudget;
import dev.twostep.domain.limit.Leave;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** Checks the code of an authenticator app; each time step opens one login per credential. */
public final class CheckTotp {

  /** One authenticator app of the user. */
  public record App(String credential, TimeSteps steps) {}

  private final Ledger ledger;
  private final Clock clock;
  private final GuessGuard from;

  public CheckTotp(Ledger ledger, Clock clock) {
    this(ledger, clock, GuessGuard.none());
  }

  private CheckTotp(Ledger ledger, Clock clock, GuessGuard from) {
    this.ledger = ledger;
    this.clock = clock;
    this.from = from;
  }

  /** The same for answers that come from there. */
  public CheckTotp from(GuessGuard network) {
    return new CheckTotp(ledger, clock, network);
  }

  /** One answer is one try, however many apps the user has. */
  public CodeOutcome check(Account account, List<App> apps, Answer answer) {
    return ledger.settle(account, entry -> settle(entry, apps, answer));
  }

  private CodeOutcome settle(Ledger.Entry entry, List<App> apps, Answer answer) {
    Instant now = clock.instant();
    Leave leave = entry.leaveFor(from, FactorKind.TOTP, now);
    if (!(leave instanceof Leave.Granted)) {
      return new CodeOutcome.Held(leave);
    }
    for (App app : apps) {
      OptionalLong step = app.steps().stepOf(answer, now, entry.lastStep(app.credential()));
      if (step.isPresent()) {
        entry.spendStep(app.credential(), step.getAsLong());
        entry.write(entry.attempts().right(FactorKind.TOTP));
        return new CodeOutcome.Accepted(FactorKind.TOTP);
      }
    }
    AttemptBudget counted = entry.wrong(from, FactorKind.TOTP, now);
    return new CodeOutcome.Wrong(counted.leaveAt(now, FactorKind.TOTP));
  }
}
