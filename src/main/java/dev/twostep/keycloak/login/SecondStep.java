package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Decision;
import dev.twostep.domain.policy.Proof;
import dev.twostep.domain.policy.Waiver;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.credential.PassShelf;
import java.util.Optional;

/**
 * The conversation of a login's second step: decides anew at every request, so that a policy or a
 * lock that came in between counts, and never goes on by a branch that policy did not open.
 */
final class SecondStep {

  private final Exchange exchange;
  private final Gate gate;
  private final Audit audit;

  SecondStep(Exchange exchange) {
    this.exchange = exchange;
    this.gate = new Gate(exchange);
    this.audit = new Audit(exchange);
  }

  /** A page was asked for: the first one, or the current one again. Sends nothing twice. */
  Turn begin() {
    return gate.closed().orElseGet(() -> decided(false));
  }

  /** A form was posted. */
  Turn answer() {
    return gate.closed().orElseGet(() -> decided(true));
  }

  private Turn decided(boolean answered) {
    Situation situation = new Situation(exchange);
    Decision decision = situation.decision();
    audit.decided(decision, situation.demand());
    if (!decision.acts()) {
      return over(decision, "observed");
    }
    if (situation.isForbidden(decision)) {
      audit.refused("impersonated", "no factor is changed in another person's name");
      return new Turn.Refused(new Pages(exchange).refused("Impersonated"));
    }
    if (isTrusted(decision) && !new DeviceHere(exchange).use(decision)) {
      return untrusted();
    }
    return turn(situation, decision, answered);
  }

  /** The device has lost its trust since it was looked at: that decision was the last by it. */
  private Turn untrusted() {
    Situation situation = new Situation(exchange);
    Decision decision = situation.decision();
    if (isTrusted(decision)) {
      throw new IllegalStateException("a device that cannot be used counts as trusted");
    }
    audit.decided(decision, situation.demand());
    return turn(situation, decision, false);
  }

  private static boolean isTrusted(Decision decision) {
    return decision instanceof Decision.NotAsked notAsked
        && notAsked.waiver() == Waiver.TRUSTED_DEVICE;
  }

  private Turn turn(Situation situation, Decision decision, boolean answered) {
    TrustTurns trust = new TrustTurns(exchange);
    Optional<Proof> held = trust.held(decision);
    Turn turn =
        held.isPresent()
            ? trust.turn(held.get(), decision, answered)
            : decision.when(new Moves(exchange, answered));
    if (!(turn instanceof Turn.Done done)) {
      return turn;
    }
    if (held.isEmpty()
        && done.proven().filter(by -> trust.isDue(by, decision, situation)).isPresent()) {
      return trust.ask(done.proven().get(), decision);
    }
    settle(decision, done);
    if (done.proven().isEmpty() && situation.isPasskeyLogin()) {
      keepPasskey(decision);
    }
    trust.keep();
    return turn;
  }

  private Turn over(Decision decision, String how) {
    exchange.notes().settle(how + ":" + decision.explanation().rule());
    return new Turn.Done(Optional.empty());
  }

  private void settle(Decision decision, Turn.Done done) {
    Optional<FactorKind> proven =
        isPasskeyLogin(decision) ? Optional.of(FactorKind.PASSKEY) : done.proven();
    proven.ifPresentOrElse(this::proven, () -> exchange.notes().settle(decision.word()));
  }

  /** Keycloak asked for it, and policy did not have to: it is a proof for changes all the same. */
  private void keepPasskey(Decision decision) {
    if (decision.explanation().terms().factors().contains(FactorKind.PASSKEY)) {
      exchange.notes().prove(FactorKind.PASSKEY, exchange.twostep().clock().instant());
    }
  }

  private static boolean isPasskeyLogin(Decision decision) {
    return decision instanceof Decision.NotAsked notAsked
        && notAsked.waiver() == Waiver.PASSKEY_LOGIN;
  }

  /** That factor was proven just now: for this login, its session and its tokens. */
  void proven(FactorKind factor) {
    Optional<Proof> held = exchange.notes().heldProof();
    boolean sent = factor == FactorKind.SMS || factor == FactorKind.EMAIL;
    Optional<String> letter = exchange.notes().letter().filter(id -> sent);
    if (factor == FactorKind.EMAIL) {
      // Before the proof, which remembers the credentials that it was given under.
      new AccountFactors(exchange.realm(), exchange.user()).pinEmail(exchange.twostep().clock());
    }
    exchange
        .notes()
        .prove(factor, held.map(Proof::at).orElse(exchange.twostep().clock().instant()));
    exchange.notes().settleProven(factor);
    new ReachedLevel(exchange).by(factor);
    audit.proven(factor, letter);
    new PassShelf(exchange.user()).removeIfOver(exchange.twostep().clock().instant());
  }
}
