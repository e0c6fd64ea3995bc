package dev.twostep.application.limit;

import dev.twostep.application.limit.Tallies.Charge;
import dev.twostep.domain.limit.Leave;
import dev.twostep.domain.limit.Tally;
import dev.twostep.domain.limit.Tally.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One network that answers: its wrong answers count for the realm, and may slow it down. */
public final class GuessGuard {

  private static final Tally REALM = new Tally(Kind.WRONG, "");

  private final Optional<GuessWatch> watch;
  private final Tally network;

  private GuessGuard(Optional<GuessWatch> watch, String network) {
    this.watch = watch;
    this.network = new Tally(Kind.WRONG_IP, network);
  }

  /** Counts nothing and slows nobody down. */
  public static GuessGuard none() {
    return new GuessGuard(Optional.empty(), "");
  }

  public static GuessGuard of(GuessWatch watch, String network) {
    return new GuessGuard(Optional.of(watch), network);
  }

  /** Whether an answer from there is evaluated now; asks no database. */
  public Leave leave(Tallies tallies) {
    return watch
        .filter(w -> w.isUp(tallies.realm()))
        .flatMap(w -> w.heldUntil(tallies.realm(), tallies.nameOf(network)))
        .<Leave>map(Leave.Wait::new)
        .orElseGet(Leave.Granted::new);
  }

  /** Counts a wrong answer; call it last in the settlement. */
  public void wrong(Tallies tallies, Instant now) {
    if (watch.isPresent()) {
      tallies.add(List.of(Charge.unlimited(network, 1), Charge.unlimited(REALM, 1)), now);
    }
  }
}
