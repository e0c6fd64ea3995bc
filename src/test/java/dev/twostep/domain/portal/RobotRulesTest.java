package dev.twostep.domain.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.portal.RobotRules.Limits;
import dev.twostep.domain.portal.RobotRules.OwnerRule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobotRulesTest {

  private static final OwnerRule STAFF = new OwnerRule.Group("staff");

  @Test
  void whoHasNoRulesMayNothing() {
    assertThat(RobotRules.NONE.allowsPortal(Optional.of("paypal"))).isFalse();
    assertThat(RobotRules.NONE.allowsPortal(Optional.empty())).isFalse();
    assertThat(RobotRules.NONE.allowsOwner(rule -> true)).isFalse();
  }

  @Test
  void onlyWhatIsNamedIsAllowed() {
    RobotRules rules = new RobotRules(Set.of("paypal"), List.of(STAFF), Limits.USUAL);

    assertThat(rules.allowsPortal(Optional.of("paypal"))).isTrue();
    assertThat(rules.allowsPortal(Optional.of("github"))).isFalse();
    assertThat(rules.allowsPortal(Optional.empty())).isFalse();
    assertThat(rules.allowsOwner(STAFF::equals)).isTrue();
    assertThat(rules.allowsOwner(rule -> false)).isFalse();
  }

  @Test
  void portalsOfNoCatalogueAndAllOfThemHaveWordsOfTheirOwn() {
    RobotRules byName = new RobotRules(Set.of(RobotRules.BY_NAME), List.of(), Limits.USUAL);
    RobotRules all =
        new RobotRules(Set.of(RobotRules.ALL), List.of(new OwnerRule.Everyone()), Limits.USUAL);

    assertThat(byName.allowsPortal(Optional.empty())).isTrue();
    assertThat(byName.allowsPortal(Optional.of("paypal"))).isFalse();
    assertThat(all.allowsPortal(Optional.of("paypal"))).isTrue();
    assertThat(all.allowsPortal(Optional.empty())).isTrue();
    assertThat(all.allowsOwner(rule -> false)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // A Friday and the Saturday after it; a week before, Berlin still has summer time.
    "20:00, 06:00, 2026-10-30T19:00:00Z, true",
    "20:00, 06:00, 2026-10-30T18:59:59Z, false",
    "20:00, 06:00, 2026-10-23T18:00:00Z, true",
    "20:00, 06:00, 2026-10-31T04:59:59Z, true",
    "20:00, 06:00, 2026-10-31T05:00:00Z, false",
    "20:00, 06:00, 2026-10-31T20:00:00Z, false",
    "09:00, 17:00, 2026-10-30T16:00:00Z, false",
    "09:00, 17:00, 2026-10-30T08:00:00Z, true",
  })
  void hoursAreThoseOfOnePlaceAndOfTheDayOnWhichTheyBegan(
      String from, String to, Instant now, boolean open) {
    OpeningHours hours =
        OpeningHours.of(List.of("mon", "fri"), from, to, "Europe/Berlin").orElseThrow();

    assertThat(hours.isOpen(now)).isEqualTo(open);
  }

  @Test
  void hoursWithoutDaysAreThoseOfAllDays() {
    OpeningHours hours = OpeningHours.of(List.of(), "22:00", "05:00", "UTC").orElseThrow();

    assertThat(hours.days()).containsExactlyInAnyOrder(DayOfWeek.values());
    assertThat(hours.dayWords()).startsWith("mon").hasSize(7);
  }

  @ParameterizedTest
  @CsvSource({
    "monday, 20:00, 06:00, UTC",
    "mon, 25:00, 06:00, UTC",
    "mon, 20:00, 20:00, UTC",
    "mon, 20:00, 06:00, Mars/Base",
  })
  void hoursThatAreNoneAreRefused(String day, String from, String to, String zone) {
    assertThat(OpeningHours.of(List.of(day), from, to, zone)).isEmpty();
  }

  @Test
  void addressesAreComparedBitByBit() {
    Limits limits =
        new Limits(
            Optional.empty(),
            List.of(range("192.0.2.128/25"), range("2001:db8::/33"), range("198.51.100.7")),
            1);

    assertThat(limits.isFrom("192.0.2.129")).isTrue();
    assertThat(limits.isFrom("192.0.2.127")).isFalse();
    assertThat(limits.isFrom("2001:db8:7fff::1")).isTrue();
    assertThat(limits.isFrom("2001:db8:8000::1")).isFalse();
    assertThat(limits.isFrom("198.51.100.7")).isTrue();
    assertThat(limits.isFrom("198.51.100.8")).isFalse();
    assertThat(limits.isFrom("localhost")).isFalse();
    assertThat(Limits.USUAL.isFrom("203.0.113.1")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "192.0.2.0/33",
        "192.0.2.0/-1",
        "192.0.2/24",
        "::1/129",
        "1/2/3"
      })
  void whatIsNoRangeIsRefused(String text) {
    assertThat(AddressRange.of(text)).isEmpty();
  }

  private static AddressRange range(String text) {
    return AddressRange.of(text).orElseThrow();
  }
}
