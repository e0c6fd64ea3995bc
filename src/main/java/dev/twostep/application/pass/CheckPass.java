package dev.twostep.application.pass;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.CodeOutcome;
import dev.twostep.application.challenge.Ledger;
import dev.twostep.application.limit.GuessGuard;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.AttemptBudget;
import dev.twostep.domain.limit.Leave;
import dev.twostep.domain.pass.Pass;
import dev.twostep.domain.pass.PassTerm;
import dev.twostep.domain.pass.SealedPass;
import java.time.Clock;
import java.time.Instant;

/** Checks a pass: budget first, then the pass, all in one settlement, so that it opens once. */
public final class CheckPass {

  private final Ledger ledger;
  private final ServerKey key;
  private final Clock clock;
  private final GuessGuard from;

  public CheckPass(Ledger ledger, ServerKey key, Clock clock) {
    this(ledger, key, clock, GuessGuard.none());
  }

  private CheckPass(Ledger ledger, ServerKey key, Clock clock, GuessGuard from) {
    this.ledger = ledger;
    this.key = key;
    this.clock = clock;
    this.from = from;
  }

  /** The same for passes that are typed there. */
  public CheckPass from(GuessGuard network) {
    return new CheckPass(ledger, key, clock, network);
  }

  /** A pass that is used or over is not evaluated, and costs no try. */
  public CodeOutcome check(Account account, SealedPass issued, Pass typed) {
    return ledger.settle(account, entry -> settle(entry, account, issued, typed));
  }

  /** Whether a factor may still be set up by whoever used that pass. */
  public boolean isSetUpOpen(Account account, SealedPass used) {
    return ledger
        .settle(account, entry -> entry.passUsedAt(used.id()))
        .filter(at -> PassTerm.isSetUpOpen(at, clock.instant()))
        .isPresent();
  }

  private CodeOutcome settle(Ledger.Entry entry, Account account, SealedPass issued, Pass typed) {
    Instant now = clock.instant();
    if (entry.passUsedAt(issued.id()).isPresent()) {
      return new CodeOutcome.Spent();
    }
    if (!issued.term().isLiveAt(now)) {
      return new CodeOutcome.Expired();
    }
    Leave leave = entry.leaveFor(from, FactorKind.PASS, now);
    if (!(leave instanceof Leave.Granted)) {
      return new CodeOutcome.Held(leave);
    }
    if (issued.opensBy(typed, account.user(), key)) {
      entry.usePass(issued.id(), now);
      entry.write(entry.attempts().right(FactorKind.PASS));
      return new CodeOutcome.Accepted(FactorKind.PASS);
    }
    AttemptBudget counted = entry.wrong(from, FactorKind.PASS, now);
    return new CodeOutcome.Wrong(counted.leaveAt(now, FactorKind.PASS));
  }
}
