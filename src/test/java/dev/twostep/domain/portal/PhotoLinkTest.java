package dev.twostep.domain.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.portal.Intake.State;
import dev.twostep.domain.portal.PhotoLink.Standing;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhotoLinkTest {

  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

  @Test
  void waitsForOneBrowser() {
    assertThat(standing(State.SENT, 0, false)).isEqualTo(Standing.READY);
    assertThat(standing(State.STARTED, 0, true)).isEqualTo(Standing.HERE);
    assertThat(standing(State.STARTED, 0, false)).isEqualTo(Standing.ELSEWHERE);
  }

  @Test
  void endsWithAGoodPhotoForEverybody() {
    for (State state : new State[] {State.TAKEN, State.READY}) {
      assertThat(standing(state, 0, true)).isEqualTo(Standing.OVER);
      assertThat(standing(state, 0, false)).isEqualTo(Standing.OVER);
    }
  }

  @Test
  void endsWithTheTenthPhoto() {
    assertThat(standing(State.STARTED, 9, true)).isEqualTo(Standing.HERE);
    assertThat(standing(State.STARTED, 10, true)).isEqualTo(Standing.SPENT);
    assertThat(standing(State.STARTED, 10, false)).isEqualTo(Standing.ELSEWHERE);
  }

  @Test
  void endsWithItsTime() {
    for (State state : new State[] {State.SENT, State.STARTED}) {
      assertThat(PhotoLink.standing(intake(state, 0, NOW), true, NOW)).isEqualTo(Standing.EXPIRED);
    }
  }

  @Test
  void aKeyWaitsForItsProofUntilTooManyCodesWereWrong() {
    assertThat(intake(State.READY, 4, NOW.plusSeconds(1)).isOpenAt(NOW)).isTrue();
    assertThat(intake(State.READY, 5, NOW.plusSeconds(1)).isOpenAt(NOW)).isFalse();
    assertThat(intake(State.STARTED, 10, NOW.plusSeconds(1)).isOpenAt(NOW)).isTrue();
    assertThat(intake(State.TAKEN, 0, NOW).isOpenAt(NOW)).isFalse();
  }

  private static Standing standing(State state, int tries, boolean here) {
    return PhotoLink.standing(intake(state, tries, NOW.plusSeconds(1)), here, NOW);
  }

  private static Intake intake(State state, int tries, Instant expires) {
    return new Intake(
        "1", "2", KeyPath.ACTIVE, KeyWay.LINK, state, expires, tries, "", Optional.empty());
  }
}
