package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Decision.Ask;
import dev.twostep.domain.policy.Decision.Enrol;
import dev.twostep.domain.policy.Decision.NotAsked;
import dev.twostep.domain.policy.Decision.Offer;
import dev.twostep.domain.policy.Decision.Refused;
import dev.twostep.domain.policy.Decision.Unlock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the rules in force mean for this user at this moment. */
final class Verdict {

  private final LoginFacts facts;
  private final Subject subject;
  private final Moment moment;
  private final Explanation why;
  private final Terms terms;
  private final AskOrder factors;

  Verdict(LoginFacts facts, Explanation why) {
    this.facts = facts;
    this.subject = facts.subject();
    this.moment = facts.moment();
    this.why = why;
    this.terms = why.terms();
    this.factors = askOrder(kind -> true);
  }

  private AskOrder askOrder(Predicate<FactorKind> which) {
    // Keycloak knows passwordless passkeys apart from second-step ones; a login by one proves one.
    Stream<FactorKind> proven =
        moment.passkeyLogin() ? Stream.of(FactorKind.PASSKEY) : Stream.empty();
    Stream<FactorKind> has = subject.has().stream().filter(which);
    return new AskOrder(Stream.concat(proven, has).toList(), terms, subject.preferred());
  }

  Decision decision() {
    AskOrder order = moment.demand().elevation() ? askOrder(FactorKind::isPersonal) : factors;
    return new Demanded(facts, why)
        .decision(order.order(), terms.choices())
        .orElseGet(this::byPolicy);
  }

  private Decision byPolicy() {
    return switch (why.outcome()) {
      case OFF -> new NotAsked(why, Waiver.OFF);
      case OPTIONAL -> optional();
      case REQUIRED -> askOrEnrol(postponement());
    };
  }

  private Decision optional() {
    Choice choice = subject.choice();
    if (choice.answer() == Choice.Answer.NEVER) {
      return new NotAsked(why, Waiver.CHOSE_NEVER);
    }
    if (choice.isPutOffAt(moment.now())) {
      return new NotAsked(why, Waiver.LATER);
    }
    if (choice.answer() == Choice.Answer.ON || factors.hasOwn()) {
      return askOrEnrol(Optional.empty());
    }
    List<FactorKind> choices = terms.choices();
    if (choices.isEmpty()) {
      return new NotAsked(why, Waiver.NOTHING_TO_OFFER);
    }
    return why.timing().occasions().offers()
        ? new Offer(why, choices)
        : new NotAsked(why, Waiver.NO_OFFER_HERE);
  }

  private Decision askOrEnrol(Optional<Grace> postponement) {
    if (terms.factors().isEmpty()) {
      String detail = "the scopes of one rank have no allowed factor in common";
      return new Refused(why, Refusal.NO_ALLOWED_FACTOR, detail);
    }
    List<FactorKind> order = factors.order();
    if (!order.isEmpty()) {
      return ask(order);
    }
    List<FactorKind> choices = terms.choices();
    if (choices.isEmpty()) {
      String detail = "none of the allowed factors can be set up in a login: " + terms.factors();
      return new Refused(why, Refusal.NO_ENROLLABLE_FACTOR, detail);
    }
    return new Enrol(why, choices, postponement);
  }

  private Decision ask(List<FactorKind> order) {
    if (moment.passkeyLogin() && terms.factors().contains(FactorKind.PASSKEY)) {
      return new NotAsked(why, Waiver.PASSKEY_LOGIN);
    }
    Timing timing = why.timing();
    if (!timing.due().isEmpty()) {
      return new Ask(why, order);
    }
    if (timing.locks(moment)) {
      return new Unlock(why, order);
    }
    return new NotAsked(
        why, timing.isProven(moment) ? Waiver.PROVEN_THIS_SESSION : Waiver.TRUSTED_DEVICE);
  }

  /** A standing is never extended, but a scope that shortens its grace period shortens it, too. */
  private Optional<Grace> postponement() {
    return terms
        .grace()
        .map(granted -> subject.standing().map(granted::and).orElse(granted))
        .filter(left -> left.lastsAt(moment.now()));
  }
}
