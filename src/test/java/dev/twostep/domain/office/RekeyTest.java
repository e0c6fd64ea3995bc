package dev.twostep.domain.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.office.OfficeDevice.Kind;
import dev.twostep.domain.office.OfficeDevice.Life;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One secret on many phones: who has to change it. */
class RekeyTest {

  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
  private static final Instant BEFORE = NOW.minus(Duration.ofDays(2));

  private final OfficeDevice old = shared("old", BEFORE, Optional.of(NOW.plusSeconds(60)));
  private final OfficeDevice newest = shared("new", NOW.minusSeconds(60), Optional.empty());

  @Test
  void nobodyIsDueWhileAllHaveTheNewest() {
    Rekey rekey = new Rekey(List.of(newest, holder("anna", "new", false)), NOW);

    assertThat(rekey.newest()).contains(newest);
    assertThat(rekey.due()).isEmpty();
    assertThat(rekey.isOfficeDue()).isFalse();
  }

  @Test
  void whoHasTheOldOneIsDueUntilTheyHaveTheNew() {
    OfficeDevice anna = holder("anna", "old", false);
    Rekey rekey = new Rekey(List.of(old, newest, anna, holder("ben", "new", false)), NOW);

    assertThat(rekey.newest()).contains(newest);
    assertThat(rekey.due()).containsExactly(anna);
  }

  @Test
  void whoLeavesTakesTheSecretAlong() {
    OfficeDevice gone = holder("anna", "new", true);

    assertThat(new Rekey(List.of(newest, gone), NOW).isOfficeDue()).isTrue();
    assertThat(new Rekey(List.of(newest, holder("anna", "old", true)), NOW).isOfficeDue())
        .isFalse();
    assertThat(new Rekey(List.of(newest, gone), NOW).due()).isEmpty();
  }

  @Test
  void aSecretThatWasRevokedIsNobodys() {
    OfficeDevice anna = holder("anna", "new", false);
    OfficeDevice dead =
        new OfficeDevice(
            "new", "office", "shared", Optional.empty(), Kind.SHARED, life(BEFORE, "", true));

    assertThat(new Rekey(List.of(dead, anna), NOW).newest()).isEmpty();
    assertThat(new Rekey(List.of(dead, anna), NOW).due()).containsExactly(anna);
  }

  private static OfficeDevice shared(String id, Instant created, Optional<Instant> until) {
    Life life =
        new Life(
            created,
            Optional.of(created),
            Optional.empty(),
            Optional.empty(),
            until,
            Optional.empty());
    return new OfficeDevice(id, "office", "shared", Optional.empty(), Kind.SHARED, life);
  }

  private static OfficeDevice holder(String id, String held, boolean revoked) {
    return new OfficeDevice(
        id, "office", id, Optional.empty(), Kind.HOLDER, life(BEFORE, held, revoked));
  }

  private static Life life(Instant created, String held, boolean revoked) {
    return new Life(
        created,
        Optional.of(created),
        Optional.empty(),
        revoked ? Optional.of(NOW) : Optional.empty(),
        Optional.empty(),
        Optional.of(held).filter(text -> !text.isEmpty()));
  }
}
