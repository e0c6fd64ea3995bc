package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Grace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets up a factor in the middle of a login; the login goes on only when it is proven. */
final class EnrolmentTurns {

  private final Exchange exchange;
  private final List<FactorKind> choices;
  private final Optional<Grace> postponement;

  EnrolmentTurns(Exchange exchange, List<FactorKind> choices, Optional<Grace> postponement) {
    this.exchange = exchange;
    this.choices = choices;
    this.postponement = postponement;
  }

  Turn turn(boolean answered) {
    String action = answered ? exchange.field("twostepAction") : "";
    if (action.equals("postpone") && postponement.isPresent()) {
      exchange.twostep().graces().putOff(exchange.account(), postponement.get());
      return new Turn.Done(Optional.empty());
    }
    Optional<FactorKind> chosen =
        answered
            ? FactorKind.of(exchange.field("twostepFactor")).filter(choices::contains)
            : Optional.empty();
    if (chosen.isPresent()) {
      return start(chosen.get());
    }
    if (choices.contains(FactorKind.TOTP) && pending().isOngoing()) {
      return bindApp(action, answered);
    }
    Optional<Step> step = exchange.notes().step().filter(this::fits);
    return step.isEmpty() ? start(choices.get(0)) : go(step.get(), action, answered);
  }

  private Turn go(Step step, String action, boolean answered) {
    boolean choosing = step.kind() == Step.Kind.CHOOSE;
    if (choosing && action.equals("back")) {
      return start(step.factor());
    }
    boolean another = action.equals("another") && choices.size() > 1;
    return choosing || another
        ? choose(step.factor())
        : turns(step.factor()).turn(step.kind(), answered);
  }

  private Turn start(FactorKind kind) {
    exchange.notes().forgetChallenge();
    exchange.notes().step(new Step(Step.Kind.ENROL, kind));
    if (kind == FactorKind.TOTP) {
      pending().start();
      return bindApp("", false);
    }
    pending().leave();
    return turns(kind).turn(Step.Kind.ENROL, false);
  }

  private Turn bindApp(String action, boolean answered) {
    if (action.equals("another") && choices.size() > 1) {
      pending().leave();
      return choose(FactorKind.TOTP);
    }
    return new AppEnrolment(exchange, shown()).turn(answered);
  }

  private PendingApp pending() {
    return new PendingApp(exchange.login());
  }

  private ContactEnrolment turns(FactorKind kind) {
    return kind == FactorKind.SMS
        ? new PhoneEnrolment(exchange, shown())
        : new EmailEnrolment(exchange, shown());
  }

  private Turn choose(FactorKind current) {
    exchange.notes().step(new Step(Step.Kind.CHOOSE, current));
    List<Map<String, Object>> options =
        choices.stream().map(kind -> Pages.option(kind, "")).toList();
    return new Turn.Show(new Pages(exchange).choose("enrol", options));
  }

  private boolean fits(Step step) {
    return choices.contains(step.factor())
        && step.kind() != Step.Kind.ASK
        && step.kind() != Step.Kind.OFFER;
  }

  private Map<String, Object> shown() {
    Optional<Instant> until = postponement.flatMap(Grace::until);
    return Map.of(
        "others", choices.size() > 1,
        "postpone", postponement.isPresent(),
        "postponeUntil", until.map(at -> new CodePage(exchange).clockTime(at)).orElse(""),
        "skipsLeft", postponement.map(grace -> grace.skips().orElse(-1)).orElse(-1));
  }
}
