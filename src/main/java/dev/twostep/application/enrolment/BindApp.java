package dev.twostep.application.enrolment;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.CheckTotp;
import dev.twostep.application.challenge.CodeOutcome;
import dev.twostep.application.challenge.Ledger;
import dev.twostep.application.limit.GuessGuard;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.CodeCheck;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.enrolment.ClockDrift;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.AttemptBudget;
import dev.twostep.domain.limit.Leave;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Binds an authenticator app by two codes in one settlement: neither of them counts alone. */
public final class BindApp {

  private static final Duration FARTHEST_CLOCK = Duration.ofMinutes(10);

  /** Which app, under the id that it will be stored with, is to be bound by which login. */
  public record Binding(
      Account account, String login, CheckTotp.App app, Optional<Confirmation> confirmation) {}

  /** The running message, and the address that is the account's own now. */
  public record Confirmation(ChallengeId challenge, String address) {
    @Override
    public String toString() {
      return "Confirmation[" + challenge + "]";
    }
  }

  /** What was typed; {@code confirmation} is empty text where none is asked for. */
  public record Answers(Answer confirmation, Answer app) {}

  /** Both codes as they turned out, before anything is made of them. */
  private record Looked(
      Optional<CodeCheck> confirmation, OptionalLong step, Optional<Duration> drift) {}

  private final Ledger ledger;
  private final Optional<ServerKey> key;
  private final Clock clock;
  private final GuessGuard from;

  /**
   * @param key absent on a server that cannot make codes: there only apps without a confirmation
   */
  public BindApp(Ledger ledger, Optional<ServerKey> key, Clock clock) {
    this(ledger, key, clock, GuessGuard.none());
  }

  private BindApp(Ledger ledger, Optional<ServerKey> key, Clock clock, GuessGuard from) {
    this.ledger = ledger;
    this.key = key;
    this.clock = clock;
    this.from = from;
  }

  /** The same for codes that are typed there. */
  public BindApp from(GuessGuard network) {
    return new BindApp(ledger, key, clock, network);
  }

  /** Whatever is wrong with the two codes, it is one try, durably counted when this returns. */
  public BindOutcome bind(Binding binding, Answers answers) {
    return ledger.settle(binding.account(), entry -> settle(entry, binding, answers));
  }

  private BindOutcome settle(Ledger.Entry entry, Binding binding, Answers answers) {
    Optional<Challenge> challenge = binding.confirmation().flatMap(c -> running(entry, binding, c));
    if (binding.confirmation().isPresent() && challenge.isEmpty()) {
      return new BindOutcome.Unevaluated(new CodeOutcome.Expired());
    }
    Instant now = clock.instant();
    FactorKind kind = challenge.map(c -> c.question().channel()).orElse(FactorKind.TOTP);
    Leave leave = entry.leaveFor(from, kind, now);
    boolean open = challenge.map(c -> c.isOpenAt(now)).orElse(true);
    if (open && !(leave instanceof Leave.Granted)) {
      return new BindOutcome.Unevaluated(new CodeOutcome.Held(leave));
    }
    Looked looked = look(binding, challenge, answers);
    return looked
        .confirmation()
        .flatMap(BindApp::dead)
        .orElseGet(() -> judge(new Page(entry, binding, challenge, kind), looked));
  }

  /** Where the outcome is written. */
  private record Page(
      Ledger.Entry entry, Binding binding, Optional<Challenge> challenge, FactorKind kind) {}

  /** Only of this login, for this purpose, and sent to the address that is the account's now. */
  private Optional<Challenge> running(
      Ledger.Entry entry, Binding binding, Confirmation confirmation) {
    String digest = key().digestOf(binding.account().realm(), confirmation.address());
    return entry
        .challenge(confirmation.challenge())
        .filter(c -> c.question().login().equals(binding.login()))
        .filter(c -> c.question().purpose() == Purpose.BIND_APP)
        .filter(c -> c.question().contactDigest().equals(digest));
  }

  /** Always looks at everything, so that the time tells nothing either. */
  private Looked look(Binding binding, Optional<Challenge> challenge, Answers answers) {
    Instant now = clock.instant();
    var steps = binding.app().steps();
    return new Looked(
        challenge.map(
            c ->
                c.check(
                    key().codeOf(c.id(), binding.account().user(), Purpose.BIND_APP),
                    answers.confirmation(),
                    now)),
        steps.stepOf(answers.app(), now, Long.MIN_VALUE),
        steps.driftOf(answers.app(), now, FARTHEST_CLOCK));
  }

  private static Optional<BindOutcome> dead(CodeCheck check) {
    if (check instanceof CodeCheck.Spent) {
      return Optional.of(new BindOutcome.Unevaluated(new CodeOutcome.Spent()));
    }
    if (check instanceof CodeCheck.Exhausted) {
      return Optional.of(new BindOutcome.Unevaluated(new CodeOutcome.Exhausted()));
    }
    return check instanceof CodeCheck.Expired
        ? Optional.of(new BindOutcome.Unevaluated(new CodeOutcome.Expired()))
        : Optional.empty();
  }

  private BindOutcome judge(Page page, Looked looked) {
    Optional<CodeCheck> check = looked.confirmation();
    boolean confirmed = check.isEmpty() || check.get() instanceof CodeCheck.Accepted;
    if (!confirmed) {
      return new BindOutcome.Wrong(count(page));
    }
    if (looked.step().isEmpty()) {
      return new BindOutcome.WrongApp(looked.drift().map(ClockDrift::of), count(page));
    }
    check.ifPresent(right -> page.entry().update(((CodeCheck.Accepted) right).spent()));
    page.entry().spendStep(page.binding().app().credential(), looked.step().getAsLong());
    page.entry().write(page.entry().attempts().right(page.kind()));
    return new BindOutcome.Bound();
  }

  private Leave count(Page page) {
    Instant now = clock.instant();
    page.challenge().map(Challenge::missed).ifPresent(page.entry()::update);
    AttemptBudget counted = page.entry().wrong(from, page.kind(), now);
    return counted.leaveAt(now, page.kind());
  }

  private ServerKey key() {
    return key.orElseThrow(() -> new IllegalStateException("Twostep has no server key"));
  }
}
