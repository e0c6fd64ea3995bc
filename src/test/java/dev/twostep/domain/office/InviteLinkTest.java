package dev.twostep.domain.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.office.InviteLink.Shown;
import dev.twostep.domain.office.InviteLink.Standing;
import dev.twostep.domain.office.OfficeDevice.State;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InviteLinkTest {

  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(1);

  @Test
  void isReadyUntilSomeBrowserOpensIt() {
    assertThat(invited(new Shown(LATER, false, false, 0))).isEqualTo(Standing.READY);
    assertThat(invited(new Shown(LATER, true, true, 0))).isEqualTo(Standing.SHOWN);
    assertThat(invited(new Shown(LATER, true, false, 0))).isEqualTo(Standing.ELSEWHERE);
  }

  @Test
  void endsWithItsTime() {
    assertThat(invited(new Shown(NOW, true, true, 0))).isEqualTo(Standing.EXPIRED);
    assertThat(invited(new Shown(NOW, false, false, 0))).isEqualTo(Standing.EXPIRED);
  }

  @Test
  void endsWithTheFifthWrongCode() {
    assertThat(invited(new Shown(LATER, true, true, 4))).isEqualTo(Standing.SHOWN);
    assertThat(invited(new Shown(LATER, true, true, 5))).isEqualTo(Standing.SPENT);
    assertThat(invited(new Shown(NOW, true, true, 5))).isEqualTo(Standing.SPENT);
  }

  @Test
  void isOverOnceTheDeviceHasNoSuchInvitation() {
    assertThat(InviteLink.standing(State.ACTIVE, Optional.empty(), NOW)).isEqualTo(Standing.OVER);
    assertThat(InviteLink.standing(State.INVITED, Optional.empty(), NOW)).isEqualTo(Standing.OVER);
  }

  @Test
  void aRevokedDeviceIsNeverEnrolled() {
    Optional<Shown> open = Optional.of(new Shown(LATER, true, true, 0));
    assertThat(InviteLink.standing(State.REVOKED, open, NOW)).isEqualTo(Standing.REVOKED);
    assertThat(InviteLink.standing(State.ENDED, open, NOW)).isEqualTo(Standing.REVOKED);
  }

  @Test
  void anActiveOneIsRenewed() {
    Optional<Shown> open = Optional.of(new Shown(LATER, false, false, 0));
    assertThat(InviteLink.standing(State.ACTIVE, open, NOW)).isEqualTo(Standing.READY);
  }

  @Test
  void onlyTwoStandingsGoOn() {
    assertThat(Standing.values())
        .filteredOn(Standing::isOpen)
        .containsExactly(Standing.READY, Standing.SHOWN);
  }

  private static Standing invited(Shown shown) {
    return InviteLink.standing(State.INVITED, Optional.of(shown), NOW);
  }
}
