package dev.twostep.application.challenge;

import dev.twostep.application.device.Devices;
import dev.twostep.application.limit.GuessGuard;
import dev.twostep.application.limit.Tallies;
import dev.twostep.application.office.OfficeDevices;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.factor.LastUses;
import dev.twostep.domain.limit.AttemptBudget;
import dev.twostep.domain.limit.Leave;
import dev.twostep.domain.limit.SendBudget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What must survive restarts and is shared by all nodes: budgets, challenges and spent steps. Not
 * part of the login's transaction: what was counted stays counted if the login fails.
 */
public interface Ledger {

  /**
   * Runs the work in a short transaction of its own that alone holds the account, and commits it
   * before returning; throws if it could not be written, and then nothing may be accepted.
   */
  <T> T settle(Account account, Function<Entry, T> work);

  /** The account's open page of the ledger; valid only inside {@link #settle}. */
  interface Entry {

    AttemptBudget attempts();

    void write(AttemptBudget attempts);

    SendBudget sends();

    SendBudget sendsTo(String contactDigest);

    /** Writes one more message against the account and against the address it goes to. */
    void write(SendBudget sends, String contactDigest, SendBudget sendsTo);

    /** The account's challenge of that id; another account's is not found. */
    Optional<Challenge> challenge(ChallengeId id);

    /** What the account was asked for that purpose since then. */
    List<Challenge> asked(Purpose purpose, Instant since);

    void add(Challenge challenge);

    /** Writes the progress of a challenge; refuses to change one that is already spent. */
    void update(Challenge challenge);

    /** From now on the code of an open challenge proves that channel; refuses a spent one. */
    void move(ChallengeId challenge, FactorKind channel);

    /** The last time step accepted from that credential; {@link Long#MIN_VALUE} if none was. */
    long lastStep(String credential);

    void spendStep(String credential, long step);

    /** When that pass was used; empty if it never was. */
    Optional<Instant> passUsedAt(String pass);

    /** Writes that a pass was used; no pass can be written twice. */
    void usePass(String pass, Instant at);

    LastUses lastUses();

    void write(LastUses lastUses);

    /** What is counted over all accounts of the realm; shared, so touch it last. */
    Tallies tallies();

    /** Whether an answer by that factor, from there, may be evaluated now. */
    default Leave leaveFor(GuessGuard from, FactorKind kind, Instant now) {
      Leave ofNetwork = from.leave(tallies());
      return ofNetwork instanceof Leave.Granted ? attempts().leaveAt(now, kind) : ofNetwork;
    }

    /** Counts a wrong answer for the account and for where it came from; call it last. */
    default AttemptBudget wrong(GuessGuard from, FactorKind kind, Instant now) {
      AttemptBudget counted = attempts().wrongAt(now, kind);
      write(counted);
      from.wrong(tallies(), now);
      return counted;
    }

    /** The office that the account belongs to. */
    OfficeDevices office();

    /** The devices that the account trusts. */
    Devices devices();

    /** Starts the account's budgets of answers, messages and numbers anew. */
    void forgetLimits();
  }
}
