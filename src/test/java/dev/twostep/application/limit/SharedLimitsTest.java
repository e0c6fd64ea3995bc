package dev.twostep.application.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.challenge.SendCode.Sending;
import dev.twostep.application.limit.Passage.Limits;
import dev.twostep.domain.limit.Barring;
import dev.twostep.domain.limit.Caps;
import dev.twostep.domain.limit.Conversion;
import dev.twostep.domain.limit.Tally;
import dev.twostep.domain.limit.Tally.Kind;
import dev.twostep.fixture.AbuseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SharedLimitsTest {

  private static final String HONEST = "+4915112345678";

  private final Realm realm = new Realm();

  @Test
  @DisplayName("one client address gets its messages over all accounts, and e-mails count, too")
  void perNetwork() {
    realm.perNetwork = Realm.caps("30/10m,100/24h");
    for (int n = 0; n < 15; n++) {
      assertPosted(realm.text("user-" + n, number(1, n)));
      assertPosted(realm.mail("user-" + n, "192.0.2.1"));
    }

    assertBarred(realm.text("late", HONEST), Barring.IP);
    assertBarred(realm.mail("late", "192.0.2.1"), Barring.IP);
    assertPosted(realm.text("elsewhere", HONEST, "192.0.2.2"));
    assertThat(realm.alerts).containsKey("ip-limit");
    realm.clock.forward(Duration.ofMinutes(11));
    assertPosted(realm.text("later", number(1, 99)));
  }

  @Test
  @DisplayName("A16 1,000 accounts enrol numbers of one prefix: it ends at its cap, with an alarm")
  @AbuseCase("A16")
  void onePrefix() {
    realm.limits = new Limits(Realm.caps("100/1h"), Caps.none(), Realm.CONVERSION);
    Instant began = realm.clock.instant();
    int sent = 0;
    for (int n = 0; n < 1000; n++) {
      sent += realm.enrol("hostile-" + n, number(7, n)) instanceof Sending.Posted ? 1 : 0;
      realm.clock.forward(Duration.ofMillis(100));
    }

    assertThat(sent).isEqualTo(100);
    assertThat(realm.alerts.get("prefix-blocked")).isBefore(began.plusSeconds(60));
    assertThat(realm.refused).containsOnly(Passage.prefixOf(number(7, 0)));
    assertPosted(realm.enrol("honest", HONEST));
  }

  @Test
  @DisplayName("A16 slow pumping ends where the codes do not come back, and only there")
  @AbuseCase("A16")
  void unusedCodes() {
    realm.used(HONEST);
    int sent = 0;
    for (int n = 0; n < 200; n++) {
      sent += realm.enrol("hostile-" + n, number(7, n)) instanceof Sending.Posted ? 1 : 0;
      assertPosted(realm.text("honest-" + n, number(8, n)));
      realm.used(number(8, n));
      realm.clock.forward(Duration.ofMinutes(2));
    }

    assertThat(sent).isBetween(20, 26);
    assertThat(realm.alerts).containsKeys("prefix-unused", "prefix-blocked");
    assertThat(realm.refused).containsOnly(Passage.prefixOf(number(7, 0)));
  }

  @Test
  @DisplayName("where no code of the realm is known to come back, nobody is blocked for it")
  void missingSignals() {
    for (int n = 0; n < 100; n++) {
      assertPosted(realm.text("user-" + n, number(7, n)));
      realm.clock.forward(Duration.ofMinutes(2));
    }
  }

  @Test
  @DisplayName("an administrator's override lets a blocked prefix out, for as long as it holds")
  void override() {
    realm.limits = new Limits(Realm.caps("2/24h"), Caps.none(), Conversion.off());
    realm.text("a", number(7, 1));
    realm.text("b", number(7, 2));
    assertBarred(realm.text("c", number(7, 3)), Barring.PREFIX);

    realm.letOut(Realm.NAME, Passage.prefixOf(number(7, 0)), later(Duration.ofHours(1)));
    assertPosted(realm.text("c", number(7, 3)));
    realm.clock.forward(Duration.ofHours(1));
    assertBarred(realm.text("d", number(7, 4)), Barring.PREFIX);
  }

  @Test
  @DisplayName("the realm's own cap holds for all prefixes, and not for e-mail")
  void perRealm() {
    realm.limits = new Limits(Caps.none(), Realm.caps("5/1h"), Conversion.off());
    for (int n = 0; n < 5; n++) {
      assertPosted(realm.text("user-" + n, number(n, n)));
    }

    assertBarred(realm.text("late", HONEST), Barring.REALM);
    assertPosted(realm.mail("late", "192.0.2.1"));
    assertThat(realm.alerts).containsKey("realm-limit");
  }

  @Test
  @DisplayName("a budget warns once at 80 %, is never overspent, and begins anew with the UTC day")
  void budget() {
    realm.price = 90_000;
    realm.budget(1_000_000);
    for (int n = 0; n < 11; n++) {
      assertThat(realm.alerts.containsKey("budget-80")).isEqualTo(n >= 9);
      assertPosted(realm.text("user-" + n, number(7, n)));
    }

    assertBarred(realm.text("late", HONEST), Barring.BUDGET);
    assertThat(realm.alerts).containsKeys("budget-80", "budget-100");
    assertThat(realm.ledger.counted(Realm.NAME, new Tally(Kind.SPENT, ""))).isEqualTo(990_000);
    assertThat(realm.ledger.reservations()).hasSize(11);
    assertPosted(realm.mail("late", "192.0.2.1"));
    realm.clock.forward(Duration.ofDays(1));
    assertPosted(realm.text("late", HONEST));
  }

  @Test
  @DisplayName("an organization's budget is its own: others' members still get text messages")
  void budgetOfAnOrganization() {
    realm.price = 100_000;
    Budget realms = new Budget("", OptionalLong.empty());
    realm.budgets = List.of(realms, new Budget("small", OptionalLong.of(100_000)));
    assertPosted(realm.text("a", number(1, 1)));
    assertBarred(realm.text("b", number(1, 2)), Barring.BUDGET);

    realm.budgets = List.of(realms, new Budget("large", OptionalLong.of(900_000)));
    assertPosted(realm.text("c", number(1, 3)));
    assertThat(realm.ledger.counted(Realm.NAME, new Tally(Kind.SPENT, ""))).isEqualTo(200_000);
    assertThat(realm.alerts).containsKey("budget-100:small").doesNotContainKey("budget-100");
  }

  @Test
  @DisplayName("B18 numbers that are refused cost whoever tries them out their messages")
  @AbuseCase("B18")
  void refusedNumbersCount() {
    realm.numberRefused = java.util.Optional.of(Barring.NUMBER_KIND);
    for (int n = 0; n < 5; n++) {
      assertBarred(realm.enrol("prober", number(n, n)), Barring.NUMBER_KIND);
    }

    assertThat(realm.enrol("prober", number(6, 6))).isInstanceOf(Sending.Held.class);
    realm.numberRefused = java.util.Optional.empty();
    assertThat(realm.enrol("prober", HONEST)).isInstanceOf(Sending.Held.class);
  }

  @Test
  @DisplayName("a login that is shifted to e-mail costs one message, not two")
  void barredLoginsAreFree() {
    realm.numberRefused = java.util.Optional.of(Barring.NUMBER_KIND);
    for (int n = 0; n < 5; n++) {
      assertBarred(realm.text("owner", HONEST), Barring.NUMBER_KIND);
    }

    assertPosted(realm.mail("owner", "192.0.2.1"));
  }

  private Instant later(Duration by) {
    return realm.clock.instant().plus(by);
  }

  /** The {@code n}-th number of a prefix. */
  static String number(int prefix, int n) {
    return String.format(Locale.ROOT, "+4916%03d%06d", prefix, n);
  }

  private static void assertPosted(Sending sending) {
    assertThat(sending).isInstanceOf(Sending.Posted.class);
  }

  private static void assertBarred(Sending sending, Barring reason) {
    assertThat(sending).isInstanceOf(Sending.Barred.class);
    assertThat(((Sending.Barred) sending).reason()).isEqualTo(reason);
  }
}
