package dev.twostep.keycloak.login;

import dev.twostep.domain.device.Device;
import dev.twostep.domain.device.PasscodeRules;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Decision;
import dev.twostep.domain.policy.Passcode;
import dev.twostep.domain.policy.Proof;
import dev.twostep.domain.policy.Trusting;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.utils.FormMessage;

/**
 * Asks whether this browser is to be trusted, between the proof of a factor and the end of the
 * second step. The proof is kept in the login meanwhile, and counts only through a decision that is
 * made anew.
 */
final class TrustTurns {

  private final Exchange exchange;
  private final DeviceHere here;
  private Optional<NewTrust> wish = Optional.empty();

  /** What the user wants. */
  private record NewTrust(Trusting terms, Optional<NewPasscode> passcode) {}

  TrustTurns(Exchange exchange) {
    this.exchange = exchange;
    this.here = new DeviceHere(exchange);
  }

  /**
   * Whether there is anything to ask after that factor was proven. An office's code lets nobody
   * trust a browser: it would go on opening the account when the office no longer does.
   */
  boolean isDue(FactorKind proven, Decision decision, Situation situation) {
    Optional<Trusting> terms = decision.explanation().trusting();
    return terms.isPresent()
        && proven.isPersonal()
        && !situation.demand().elevation()
        && here.counts()
        && here.browser().canBeTrusted()
        && (decision instanceof Decision.Unlock
            || (!here.browser().asksForQuiet() && !isTrusted(terms.get())));
  }

  private boolean isTrusted(Trusting terms) {
    Instant now = exchange.twostep().clock().instant();
    return here.live()
        .filter(device -> now.isBefore(device.made().at().plus(terms.lasts())))
        .filter(device -> has(device, terms))
        .isPresent();
  }

  private static boolean has(Device device, Trusting terms) {
    return device.lock().exists() || terms.passcode() != Passcode.REQUIRED;
  }

  Turn ask(FactorKind proven, Decision decision) {
    exchange.notes().holdProof(proven, exchange.twostep().clock().instant());
    return show(decision.explanation().trusting().orElseThrow());
  }

  /** The proof that waits for an answer, while the decision would still take it. */
  Optional<Proof> held(Decision decision) {
    Optional<Proof> held = exchange.notes().heldProof().filter(proof -> takes(decision, proof));
    if (held.isEmpty()) {
      exchange.notes().dropProof();
    }
    return held;
  }

  private static boolean takes(Decision decision, Proof proof) {
    if (decision instanceof Decision.Ask ask) {
      return ask.order().contains(proof.factor());
    }
    return decision instanceof Decision.NotAsked
        || (decision instanceof Decision.Unlock unlock && unlock.order().contains(proof.factor()));
  }

  Turn turn(Proof held, Decision decision, boolean answered) {
    Turn.Done done = new Turn.Done(Optional.of(held.factor()));
    Optional<Trusting> terms = decision.explanation().trusting().filter(t -> here.counts());
    if (terms.isEmpty() || !here.browser().canBeTrusted()) {
      return done;
    }
    return switch (answered ? exchange.field("twostepAction") : "") {
      case "trust" -> trust(terms.get(), done);
      case "later" -> done;
      case "quiet" -> {
        here.browser().keepQuiet();
        yield done;
      }
      default -> show(terms.get());
    };
  }

  private Turn trust(Trusting terms, Turn.Done done) {
    NewPasscode typed = NewPasscode.in(exchange);
    boolean optional = terms.passcode() == Passcode.OPTIONAL;
    boolean without = terms.passcode() == Passcode.OFF || (optional && typed.isLeftOut());
    Optional<FormMessage> flaw = without ? Optional.empty() : typed.flaw(exchange);
    if (flaw.isPresent()) {
      return new Turn.Show(
          new Pages(exchange).error("twostep-trust.ftl", shown(terms), flaw.get()));
    }
    wish = Optional.of(new NewTrust(terms, Optional.of(typed).filter(chosen -> !without)));
    return done;
  }

  /** Once everything else of the second step is settled: what counts then is what is trusted. */
  void keep() {
    wish.ifPresent(
        one -> {
          here.browser().trust(one.passcode().map(NewPasscode::chosen), one.terms().lasts());
          new Audit(exchange).device("newly-trusted");
        });
  }

  private Turn show(Trusting terms) {
    return new Turn.Show(new Pages(exchange).show("twostep-trust.ftl", shown(terms)));
  }

  private static Map<String, Object> shown(Trusting terms) {
    return Map.of(
        "days", terms.lasts().toDays(),
        "passcode", terms.passcode().word(),
        "least", PasscodeRules.LEAST);
  }
}
