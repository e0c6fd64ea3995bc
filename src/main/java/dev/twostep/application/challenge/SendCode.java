package dev.twostep.application.challenge;

import dev.twostep.application.delivery.Letter;
import dev.twostep.application.limit.Budget;
import dev.twostep.application.limit.Passage;
import dev.twostep.application.limit.Signs;
import dev.twostep.application.limit.Toll;
import dev.twostep.application.limit.Tollgate;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Barring;
import dev.twostep.domain.limit.Leave;
import dev.twostep.domain.limit.NumberBudget;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a letter with a code, within the limits; it is carried by others, after the login. */
public final class SendCode {

  /** Who asks, in which login, what for, and where the message goes. */
  public record Request(Account account, String login, Purpose purpose, Route route) {

    Letter.Address address() {
      return route.address();
    }
  }

  /**
   * Where a message goes.
   *
   * @param fallback where the same code may go if that fails; empty unless policy allows it
   * @param clientIp from where it was asked for
   */
  public record Route(Letter.Address address, Optional<Letter.Address> fallback, String clientIp) {}

  /** What came of it. */
  public sealed interface Sending {

    /**
     * Counted; {@code letter} is to be written with the login, and handed to the sending threads
     * after the login's commit. The administrators are to hear of the signs.
     */
    record Posted(Challenge challenge, Letter letter, Signs signs) implements Sending {}

    /** Nothing was sent: too soon, or too many. */
    record Held(Leave leave) implements Sending {}

    /** Nothing was sent: the account tried too many phone numbers already. */
    record TooManyNumbers() implements Sending {}

    /**
     * Nothing was sent: the limits that all accounts share forbid it.
     *
     * @param spent the budgets that are used up, if that is the reason
     */
    record Barred(Barring reason, List<Budget> spent) implements Sending {}
  }

  private final Ledger ledger;
  private final ServerKey key;
  private final Clock clock;
  private final SecureRandom random;

  public SendCode(Ledger ledger, ServerKey key, Clock clock, SecureRandom random) {
    this.ledger = ledger;
    this.key = key;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Repeats the code of the running challenge while an answer to it could still be right and it
   * went to the same address; asks a new one otherwise. Never touches the budget of answers.
   */
  public Sending send(Request request, Optional<ChallengeId> running) {
    return send(request, running, Passage.open());
  }

  /** The same within the limits that all accounts of the realm share. */
  public Sending send(Request request, Optional<ChallengeId> running, Passage passage) {
    return ledger.settle(
        request.account(),
        entry ->
            heldBack(entry, request)
                .orElseGet(() -> throughTheGate(entry, new Asked(request, running), passage)));
  }

  private record Asked(Request request, Optional<ChallengeId> running) {}

  /** What the account and the address have left. */
  private Optional<Sending> heldBack(Ledger.Entry entry, Request request) {
    Instant now = clock.instant();
    String digest = digestOf(request);
    // No cool-down between channels: e-mail may follow at once on an SMS that does not arrive.
    Leave leave = entry.sends().leaveAt(now, Duration.ZERO);
    leave =
        leave instanceof Leave.Granted
            ? entry.sendsTo(digest).leaveAt(now, coolDownOf(request.address().channel()))
            : leave;
    if (!(leave instanceof Leave.Granted)) {
      return Optional.of(new Sending.Held(leave));
    }
    if (request.purpose().isToTypedNumber()
        && !(numbers(entry, now).leaveFor(digest, now) instanceof Leave.Granted)) {
      return Optional.of(new Sending.TooManyNumbers());
    }
    return Optional.empty();
  }

  /** What all accounts share. Its rows are everybody's, so they are written last. */
  private Sending throughTheGate(Ledger.Entry entry, Asked asked, Passage passage) {
    Instant now = clock.instant();
    Toll toll = Tollgate.judge(entry.tallies(), passage, now);
    if (toll instanceof Toll.Barred barred) {
      // Whoever tries out other people's numbers pays for those, too, that get nothing.
      if (asked.request().purpose().isToTypedNumber()) {
        count(entry, asked.request());
      }
      return new Sending.Barred(barred.reason(), barred.budget());
    }
    count(entry, asked.request());
    Challenge challenge = challenge(entry, asked);
    Letter letter = letter(asked.request(), challenge);
    Toll.Free free = (Toll.Free) toll;
    entry.tallies().pay(free.charges(), passage.reservation(letter.id()), now);
    return new Sending.Posted(challenge, letter, free.signs());
  }

  private void count(Ledger.Entry entry, Request request) {
    Instant now = clock.instant();
    String digest = digestOf(request);
    entry.write(entry.sends().sentAt(now), digest, entry.sendsTo(digest).sentAt(now));
  }

  private String digestOf(Request request) {
    return key.digestOf(request.account().realm(), request.address().to());
  }

  private Challenge challenge(Ledger.Entry entry, Asked asked) {
    Instant now = clock.instant();
    Request request = asked.request();
    String digest = digestOf(request);
    return asked
        .running()
        .flatMap(entry::challenge)
        .filter(c -> c.isOpenAt(now) && repeats(c, request, digest))
        .orElseGet(() -> ask(entry, request, digest));
  }

  /** Whatever they were typed for: a number that is nobody's costs the same. */
  private static NumberBudget numbers(Ledger.Entry entry, Instant now) {
    return new NumberBudget(
        Stream.of(Purpose.values())
            .filter(Purpose::isToTypedNumber)
            .flatMap(purpose -> entry.asked(purpose, now.minus(Duration.ofDays(1))).stream())
            .map(
                challenge ->
                    new NumberBudget.Tried(
                        challenge.question().contactDigest(),
                        challenge.progress().wrong() >= Challenge.MOST_WRONG,
                        challenge.question().askedAt()))
            .toList());
  }

  /** How long a user waits before a message over that channel can be repeated. */
  public static Duration coolDownOf(FactorKind channel) {
    return channel == FactorKind.EMAIL ? Duration.ofSeconds(60) : Duration.ofSeconds(30);
  }

  private static boolean repeats(Challenge challenge, Request request, String digest) {
    Challenge.Question question = challenge.question();
    return question.login().equals(request.login())
        && question.purpose() == request.purpose()
        && question.contactDigest().equals(digest);
  }

  private Challenge ask(Ledger.Entry entry, Request request, String digest) {
    Challenge challenge =
        Challenge.ask(
            ChallengeId.random(random),
            new Challenge.Question(
                request.login(),
                request.purpose(),
                request.address().channel(),
                digest,
                clock.instant()));
    entry.add(challenge);
    return challenge;
  }

  private Letter letter(Request request, Challenge challenge) {
    Account account = request.account();
    return new Letter(
        ChallengeId.random(random).hex(),
        new Letter.Subject(account.realm(), account.user(), challenge.id(), request.purpose()),
        request.address(),
        request.route().fallback(),
        challenge.expiresAt());
  }
}
