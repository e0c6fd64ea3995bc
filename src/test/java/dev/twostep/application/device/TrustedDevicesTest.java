package dev.twostep.application.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twostep.application.challenge.Account;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.device.Device;
import dev.twostep.domain.device.Standing;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.memory.InMemoryLedger;
import dev.twostep.fixture.memory.StepClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrustedDevicesTest {

  private static final ServerKey KEY = ServerKey.of(new byte[32]);
  private static final Account ANN = new Account("realm", "ann");

  private final StepClock clock = new StepClock();
  private final InMemoryLedger ledger = new InMemoryLedger();
  private final DeviceDesk desk = DeviceDesk.of(ledger, ledger, KEY, clock);
  private final Set<String> credentials = new HashSet<>();
  private String print = "print";
  private Instant epoch = Instant.EPOCH;

  @Test
  void aTrustedDeviceIsRecognised() {
    String cookie = trust("c1");

    Recognised seen = look(ANN, cookie);

    assertThat(seen).isInstanceOf(Recognised.Live.class);
    assertThat(((Recognised.Live) seen).device().made().at()).isEqualTo(StepClock.START);
  }

  @Test
  @AbuseCase({"F04", "F05"})
  void anotherUsersTokenIsForeignAndStaysGood() {
    String cookie = trust("c1");

    assertThat(look(new Account("realm", "bob"), cookie)).isEqualTo(new Recognised.Foreign());
    assertThat(look(new Account("other", "ann"), cookie)).isEqualTo(new Recognised.Foreign());
    assertThat(use(new Account("realm", "bob"), cookie)).isEqualTo(new Used.Gone());
    assertThat(look(ANN, cookie)).isInstanceOf(Recognised.Live.class);
  }

  @Test
  @AbuseCase("F17")
  void everyUseBringsANewTokenAndTheOldOneEndsTheTrust() {
    String first = trust("c1");
    String second = next(use(ANN, first));
    clock.forward(Duration.ofSeconds(10));

    assertThat(look(ANN, first)).isInstanceOf(Recognised.Stolen.class);
    assertThat(look(ANN, second)).isInstanceOf(Recognised.Live.class);
    assertThat(use(ANN, first)).isInstanceOf(Used.Stolen.class);
    assertThat(look(ANN, second)).isEqualTo(new Recognised.Over());
    assertThat(use(ANN, second)).isEqualTo(new Used.Gone());
  }

  @Test
  @AbuseCase("F17")
  void aParallelTabMayStillShowTheTokenBefore() {
    String first = trust("c1");
    String second = next(use(ANN, first));
    clock.forward(Duration.ofSeconds(9));

    Used tab = use(ANN, first);

    assertThat(((Used.Good) tab).next()).isEmpty();
    assertThat(use(ANN, second)).isInstanceOf(Used.Good.class);
  }

  @Test
  void useNeverMovesTheEnd() {
    String cookie = trust("c1");
    for (int day = 0; day < 20; day++) {
      clock.forward(Duration.ofDays(1));
      cookie = next(use(ANN, cookie));
    }

    Recognised.Live seen = (Recognised.Live) look(ANN, cookie);
    assertThat(seen.device().made().at()).isEqualTo(StepClock.START);
    assertThat(seen.device().use().at()).isEqualTo(clock.instant());
  }

  @Test
  @AbuseCase("F09")
  void anotherPrintEndsTheTrust() {
    String cookie = trust("c1");
    print = "another";

    assertThat(look(ANN, cookie)).isEqualTo(new Recognised.Over());
    assertThat(use(ANN, cookie)).isEqualTo(new Used.Gone());
  }

  @Test
  @AbuseCase("F09")
  void aRemovedCredentialEndsTheTrust() {
    String cookie = trust("c1");
    credentials.remove("c1");

    assertThat(use(ANN, cookie)).isEqualTo(new Used.Gone());
  }

  @Test
  @AbuseCase("F24")
  void anEpochEndsTrustsFromBeforeIt() {
    String cookie = trust("c1");
    clock.forward(Duration.ofMillis(1));
    epoch = clock.instant();

    assertThat(look(ANN, cookie)).isEqualTo(new Recognised.Over());
    assertThat(look(ANN, trust("c2"))).isInstanceOf(Recognised.Live.class);
  }

  @Test
  @AbuseCase("F16")
  void theOldestOfSixMakesRoom() {
    List<String> cookies = new ArrayList<>();
    for (int device = 0; device < 6; device++) {
      clock.forward(Duration.ofMinutes(1));
      cookies.add(trust("c" + device));
    }

    assertThat(ledger.all(ANN)).hasSize(Device.MOST);
    assertThat(use(ANN, cookies.get(0))).isEqualTo(new Used.Gone());
    assertThat(cookies.subList(1, 6)).allMatch(one -> use(ANN, one) instanceof Used.Good);
  }

  @Test
  void whoIsTrustedNextClearsTheDeadAway() {
    trust("c1");
    trust("c2");
    credentials.remove("c1");

    TrustDevice.Trusted trusted = desk.trust().trust(ANN, wish("c3", ""));

    assertThat(trusted.dropped()).containsExactly("c1");
    assertThat(ledger.all(ANN)).hasSize(2);
  }

  @Test
  @AbuseCase("F01")
  void anotherNetworkIsNoticedOnce() {
    String cookie = trust("c1");
    var there = new ShownToken(ANN, cookie, standing(), "198.51.100.7");

    Used.Good first = (Used.Good) desk.use().use(there);
    String again = first.next().orElseThrow().text();
    Used.Good second =
        (Used.Good) desk.use().use(new ShownToken(ANN, again, standing(), "198.51.100.7"));

    assertThat(first.moved()).isTrue();
    assertThat(second.moved()).isFalse();
    assertThat(first.device().use().network()).doesNotContain("198.51");
  }

  @Test
  @AbuseCase("F09")
  void forgettingEndsAll() {
    String one = trust("c1");
    String two = trust("c2");

    assertThat(desk.forget().forget(ANN, device -> true)).containsExactlyInAnyOrder("c1", "c2");
    assertThat(use(ANN, one)).isEqualTo(new Used.Gone());
    assertThat(use(ANN, two)).isEqualTo(new Used.Gone());
  }

  @Test
  void aBrokenDatabaseLetsNobodyIn() {
    String cookie = trust("c1");
    ledger.breakDown();

    assertThatThrownBy(() -> use(ANN, cookie)).isInstanceOf(IllegalStateException.class);
  }

  private String trust(String credential) {
    return desk.trust().trust(ANN, wish(credential, "")).token().text();
  }

  private TrustDevice.Wish wish(String credential, String hash) {
    credentials.add(credential);
    return new TrustDevice.Wish(desk.trust().newId(), credential, "192.0.2.1", hash, standing());
  }

  private Recognised look(Account account, String cookie) {
    return desk.recognise().look(shown(account, cookie));
  }

  private Used use(Account account, String cookie) {
    return desk.use().use(shown(account, cookie));
  }

  private ShownToken shown(Account account, String cookie) {
    return new ShownToken(account, cookie, standing(), "192.0.2.1");
  }

  private Standing standing() {
    return new Standing(print, credentials, epoch);
  }

  private static String next(Used used) {
    return ((Used.Good) used).next().orElseThrow().text();
  }
}
