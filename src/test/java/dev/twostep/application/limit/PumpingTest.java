package dev.twostep.application.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.challenge.SendCode.Sending;
import dev.twostep.application.limit.Passage.Limits;
import dev.twostep.domain.limit.Caps;
import dev.twostep.domain.limit.Tally;
import dev.twostep.domain.limit.Tally.Kind;
import dev.twostep.fixture.AbuseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Q20: a day of pumping against the real rules, among people who only want to log in. */
class PumpingTest {

  private static final int HOSTILE = 1000;
  private static final int HOSTILE_PREFIXES = 5;
  private static final int HONEST = 2000;
  private static final int HONEST_PREFIXES = 100;
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final Duration DAY = Duration.ofHours(24);
  private static final long PRICE = 80_000;

  /** 400.00 in whatever currency: more than the honest ones need. */
  private static final long BUDGET = 400_000_000;

  private final Realm realm = new Realm();
  private int honestAsked;
  private int honestSent;
  private int hostileAsked;
  private int hostileSent;

  @Test
  @DisplayName("A16 Q20: 1,000 hostile accounts for 24 h stay within the caps, honest people pass")
  @AbuseCase("A16")
  void dayOfPumping() {
    realm.ledger.thatNeverFails();
    realm.perNetwork = Realm.caps("30/10m,100/24h");
    realm.limits = new Limits(Realm.caps("100/1h"), Caps.none(), Realm.CONVERSION);
    realm.price = PRICE;
    realm.budget(BUDGET);
    Instant began = realm.clock.instant();
    long steps = DAY.dividedBy(STEP);
    for (int step = 0; step < steps; step++) {
      honestLogins(step, (int) steps);
      pump(step);
      realm.clock.forward(STEP);
    }

    long spent = realm.ledger.counted(Realm.NAME, new Tally(Kind.SPENT, ""));
    Duration alarm = Duration.between(began, realm.alerts.get("prefix-unused"));
    report(spent, alarm);
    assertThat(hostileAsked).isGreaterThan(100_000);
    assertThat(spent).isLessThanOrEqualTo(BUDGET);
    assertThat(alarm).isLessThanOrEqualTo(Duration.ofSeconds(60));
    assertThat(honestSent * 100.0 / honestAsked).isGreaterThanOrEqualTo(99);
  }

  /** Everybody once, spread over the day; every tenth never types the code in. */
  private void honestLogins(int step, int steps) {
    for (int n = step; n < HONEST; n += steps) {
      String number = number("+4915", n % HONEST_PREFIXES, n);
      honestAsked++;
      if (realm.text("honest-" + n, number, "198.51.100." + n % 250) instanceof Sending.Posted) {
        honestSent++;
        if (n % 10 != 0) {
          realm.used(number);
        }
      }
    }
  }

  /** As many as a botnet can: each account again and again, from an address of its own. */
  private void pump(int step) {
    for (int n = 0; n < HOSTILE / 20; n++) {
      int account = (step * (HOSTILE / 20) + n) % HOSTILE;
      String number = number("+8821", account % HOSTILE_PREFIXES, account);
      hostileAsked++;
      Sending sending = realm.text("hostile-" + account, number, "10.0.0." + account);
      hostileSent += sending instanceof Sending.Posted ? 1 : 0;
    }
  }

  private static String number(String begin, int prefix, int n) {
    return String.format(Locale.ROOT, "%s%03d%04d", begin, prefix, n);
  }

  private void report(long spent, Duration alarm) {
    System.out.printf(
        Locale.ROOT,
        "Q20: hostile messages asked for %,d, sent %,d; honest asked %,d, sent %,d (%.2f %%);"
            + " spent %.2f of %.2f; first alarm after %d s%n",
        hostileAsked,
        hostileSent,
        honestAsked,
        honestSent,
        honestSent * 100.0 / honestAsked,
        spent / 1e6,
        BUDGET / 1e6,
        alarm.toSeconds());
  }
}
