package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Decision;
import java.util.List;
import java.util.Optional;

/** The next move of a conversation for each kind of decision. */
final class Moves implements Decision.Cases<Turn> {

  private static final FactorKind PASS = FactorKind.PASS;

  private final Exchange exchange;
  private final boolean answered;

  Moves(Exchange exchange, boolean answered) {
    this.exchange = exchange;
    this.answered = answered;
  }

  @Override
  public Turn notAsked(Decision.NotAsked decision) {
    return new Turn.Done(Optional.empty());
  }

  @Override
  public Turn refused(Decision.Refused decision) {
    new Audit(exchange).refused(decision.refusal().word(), decision.detail());
    return new Turn.Refused(new Pages(exchange).refused(RefusalKey.of(decision.refusal())));
  }

  @Override
  public Turn ask(Decision.Ask decision) {
    PassSetUp setUp = new PassSetUp(exchange);
    if (setUp.isOpened()) {
      return setUp.turn(decision.explanation().terms().choices(), answered);
    }
    if (new PendingApp(exchange.login()).mayGoOn()) {
      return new EnrolmentTurns(exchange, List.of(FactorKind.TOTP), Optional.empty())
          .turn(answered);
    }
    List<FactorKind> order = possible(decision.order());
    Ways ways = new Ways(exchange);
    Optional<FactorKind> chosen = posted(order);
    if (chosen.isPresent()) {
      return ask(ways, chosen.get(), order);
    }
    return exchange
        .notes()
        .step()
        .filter(step -> fits(step, order))
        .map(step -> go(ways, step, order))
        .map(turn -> isPass(turn) ? new Moves(exchange, false).ask(decision) : turn)
        .orElseGet(() -> ask(ways, order.get(0), order));
  }

  /** A pass ends nothing: the login goes on to set a factor up. */
  private static boolean isPass(Turn turn) {
    return turn instanceof Turn.Done done && done.proven().filter(PASS::equals).isPresent();
  }

  private Turn go(Ways ways, Step step, List<FactorKind> order) {
    boolean choosing = step.kind() == Step.Kind.CHOOSE;
    if (choosing && action("back")) {
      return reshow(ways, step.factor(), order);
    }
    if (choosing || (action("another") && order.size() > 1)) {
      return choose(ways, step, order);
    }
    FactorTurns turns = ways.turns(step.factor(), order);
    Turn turn = answered ? turns.answer() : turns.show();
    return new Detour(exchange, ways, order).around(step.factor(), turns, turn);
  }

  /** The ordinary second step is always good in a passcode's place. */
  @Override
  public Turn unlock(Decision.Unlock decision) {
    return ask(new Decision.Ask(decision.explanation(), decision.order()));
  }

  @Override
  public Turn enrol(Decision.Enrol decision) {
    return new EnrolmentTurns(exchange, decision.choices(), decision.postponement()).turn(answered);
  }

  @Override
  public Turn offer(Decision.Offer decision) {
    return new OfferTurns(exchange, decision).turn(answered);
  }

  private Turn ask(Ways ways, FactorKind kind, List<FactorKind> order) {
    exchange.notes().step(new Step(Step.Kind.ASK, kind));
    FactorTurns turns = ways.turns(kind, order);
    return new Detour(exchange, ways, order).around(kind, turns, turns.ask());
  }

  /** Back from the list to the way that was being asked: its message is not sent again. */
  private Turn reshow(Ways ways, FactorKind kind, List<FactorKind> order) {
    exchange.notes().step(new Step(Step.Kind.ASK, kind));
    return ways.turns(kind, order).show();
  }

  private Turn choose(Ways ways, Step step, List<FactorKind> order) {
    exchange.notes().step(new Step(Step.Kind.CHOOSE, step.factor()));
    return ways.choose(order);
  }

  /** Passkeys can be asked for in a flow only; elsewhere any other way comes first. */
  private List<FactorKind> possible(List<FactorKind> order) {
    List<FactorKind> others = order.stream().filter(k -> k != FactorKind.PASSKEY).toList();
    return exchange.flow().isPresent() || others.isEmpty() ? order : others;
  }

  private boolean action(String name) {
    return answered && exchange.field("twostepAction").equals(name);
  }

  private Optional<FactorKind> posted(List<FactorKind> order) {
    return answered
        ? FactorKind.of(exchange.field("twostepFactor")).filter(order::contains)
        : Optional.empty();
  }

  private static boolean fits(Step step, List<FactorKind> order) {
    return order.contains(step.factor())
        && (step.kind() == Step.Kind.ASK || step.kind() == Step.Kind.CHOOSE);
  }
}
