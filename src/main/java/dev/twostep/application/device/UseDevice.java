package dev.twostep.application.device;

import dev.twostep.application.challenge.Ledger;
import dev.twostep.domain.code.ServerKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/** Lets a device stand in for a second step once, and gives its browser a new token. */
public final class UseDevice {

  private final Ledger ledger;
  private final Uses uses;
  private final Clock clock;

  public UseDevice(Ledger ledger, ServerKey key, Clock clock, SecureRandom random) {
    this.ledger = ledger;
    this.uses = new Uses(key, random);
    this.clock = clock;
  }

  /** An old copy of the token ends the trust: who has the newer one cannot be told. */
  public Used use(ShownToken shown) {
    return ledger.settle(shown.account(), entry -> settle(entry, shown));
  }

  private Used settle(Ledger.Entry entry, ShownToken shown) {
    Instant now = clock.instant();
    Recognised seen = uses.look(entry, shown, now);
    if (seen instanceof Recognised.Live live) {
      return uses.used(entry, shown, live, now);
    }
    return seen instanceof Recognised.Stolen stolen
        ? new Used.Stolen(stolen.device())
        : new Used.Gone();
  }
}
