package dev.twostep.application.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.challenge.Account;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.device.Passcode;
import dev.twostep.domain.device.PasscodeLock;
import dev.twostep.domain.device.Standing;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.memory.InMemoryLedger;
import dev.twostep.fixture.memory.StepClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckPasscodeTest {

  private static final ServerKey KEY = ServerKey.of(new byte[32]);
  private static final Account ANN = new Account("realm", "ann");
  private static final Standing TODAY = new Standing("print", Set.of("c1"), Instant.EPOCH);
  private static final Passcode RIGHT = Passcode.typed("482019");
  private static final Passcode WRONG = Passcode.typed("739154");

  /** Counts what is compared; a real one is slow. */
  private static final class Counting implements PasscodeHashes {

    private final AtomicInteger compared = new AtomicInteger();

    @Override
    public String hash(String keyed) {
      return "hash of " + keyed;
    }

    @Override
    public boolean matches(String keyed, String hash) {
      compared.incrementAndGet();
      return hash.equals(hash(keyed));
    }
  }

  private final StepClock clock = new StepClock();
  private final InMemoryLedger ledger = new InMemoryLedger();
  private final DeviceDesk desk = DeviceDesk.of(ledger, ledger, KEY, clock);
  private final Counting hashes = new Counting();

  @Test
  void theRightOneOpensAndBringsANewToken() {
    CheckedPasscode checked = check(trust(), RIGHT);

    assertThat(checked).isInstanceOf(CheckedPasscode.Right.class);
    assertThat(((CheckedPasscode.Right) checked).used().next()).isPresent();
  }

  @Test
  @AbuseCase("F02")
  void theFifthWrongOneEndsTheTrustOnTheServer() {
    String cookie = trust();
    for (int left = 4; left > 0; left--) {
      assertThat(check(cookie, WRONG)).isEqualTo(new CheckedPasscode.Wrong(left));
    }

    assertThat(check(cookie, WRONG)).isInstanceOf(CheckedPasscode.Dropped.class);
    assertThat(check(cookie, RIGHT)).isEqualTo(new CheckedPasscode.Gone());
    assertThat(ledger.all(ANN)).isEmpty();
  }

  @Test
  @AbuseCase("F02")
  void aRightOneGivesNoTryBack() {
    String cookie = trust();
    for (int left = 4; left > 0; left--) {
      assertThat(check(cookie, WRONG)).isEqualTo(new CheckedPasscode.Wrong(left));
      cookie = next(check(cookie, RIGHT));
    }

    assertThat(check(cookie, WRONG)).isInstanceOf(CheckedPasscode.Dropped.class);
  }

  @Test
  @AbuseCase("F03")
  void ofManyAtOnceFiveAreCompared() {
    String cookie = trust();

    IntStream.range(0, 40).parallel().forEach(tab -> check(cookie, WRONG));

    assertThat(hashes.compared).hasValue(PasscodeLock.MOST_WRONG);
  }

  @Test
  @AbuseCase({"F01", "F17"})
  void anOldCopyIsNotCompared() {
    String old = trust();
    String newer = next(check(old, RIGHT));
    clock.forward(Duration.ofSeconds(11));
    hashes.compared.set(0);

    assertThat(check(old, RIGHT)).isInstanceOf(CheckedPasscode.Stolen.class);
    assertThat(check(newer, RIGHT)).isEqualTo(new CheckedPasscode.Gone());
    assertThat(hashes.compared).hasValue(0);
  }

  @Test
  void aNewPasscodeHasAllItsTries() {
    String cookie = trust();
    check(cookie, WRONG);
    String id = ledger.all(ANN).get(0).id();

    assertThat(desk.passcode().set(ANN, id, desk.passcode().hashed(ANN, WRONG, hashes))).isTrue();

    assertThat(check(cookie, RIGHT)).isEqualTo(new CheckedPasscode.Wrong(4));
    assertThat(check(cookie, WRONG)).isInstanceOf(CheckedPasscode.Right.class);
    assertThat(desk.passcode().set(new Account("realm", "bob"), id, "x")).isFalse();
  }

  @Test
  @AbuseCase("F14")
  void whatIsHashedNeedsTheServersKey() {
    byte[] other = new byte[32];
    other[0] = 1;
    var elsewhere = new SetPasscode(ledger, ServerKey.of(other));
    String hash = desk.passcode().hashed(ANN, RIGHT, hashes);

    assertThat(hash).doesNotContain("482019");
    assertThat(elsewhere.hashed(ANN, RIGHT, hashes)).isNotEqualTo(hash);
    assertThat(desk.passcode().hashed(new Account("realm", "bob"), RIGHT, hashes))
        .isNotEqualTo(hash);
  }

  @Test
  void aDeviceWithoutPasscodeTakesNone() {
    var wish = new TrustDevice.Wish(desk.trust().newId(), "c1", "192.0.2.1", "", TODAY);
    String cookie = desk.trust().trust(ANN, wish).token().text();

    assertThat(check(cookie, RIGHT)).isEqualTo(new CheckedPasscode.Gone());
  }

  private String trust() {
    String hash = desk.passcode().hashed(ANN, RIGHT, hashes);
    var wish = new TrustDevice.Wish(desk.trust().newId(), "c1", "192.0.2.1", hash, TODAY);
    return desk.trust().trust(ANN, wish).token().text();
  }

  private CheckedPasscode check(String cookie, Passcode typed) {
    return desk.check().check(new ShownToken(ANN, cookie, TODAY, "192.0.2.1"), typed, hashes);
  }

  private static String next(CheckedPasscode checked) {
    return ((CheckedPasscode.Right) checked).used().next().orElseThrow().text();
  }
}
