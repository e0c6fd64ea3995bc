package dev.twostep.domain.office;

import static dev.twostep.domain.office.JoinOutcome.ATTACHED;
import static dev.twostep.domain.office.JoinOutcome.DISABLED;
import static dev.twostep.domain.office.JoinOutcome.INVITED;
import static dev.twostep.domain.office.JoinOutcome.NOT_INVITED;
import static dev.twostep.domain.office.JoinOutcome.NOT_IN_ORGANIZATION;
import static dev.twostep.domain.office.JoinOutcome.OTHER_OFFICE;
import static dev.twostep.domain.office.JoinOutcome.RENUMBERED;
import static dev.twostep.domain.office.JoinOutcome.SERVICE_ACCOUNT;
import static dev.twostep.domain.office.JoinOutcome.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.office.Candidate.Standing;
import dev.twostep.fixture.AbuseCase;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who may join an office, and by whose word. */
class CandidateTest {

  private static final Standing NOWHERE = new Standing(Optional.empty(), "", Optional.empty());
  private static final Standing HERE = new Standing(Optional.of("ours"), "1", Optional.empty());
  private static final Standing ELSEWHERE =
      new Standing(Optional.of("theirs"), "1", Optional.empty());
  private static final Standing OFFERED = new Standing(Optional.empty(), "", Optional.of("1"));

  @Test
  void administratorsAttachWhatHasNoAuthenticator() {
    assertThat(plain(NOWHERE).attachedTo("ours", "1")).isEqualTo(ATTACHED);
    assertThat(withApp(NOWHERE).attachedTo("ours", "1")).isEqualTo(INVITED);
  }

  @Test
  void managersOnlyInvite() {
    assertThat(plain(NOWHERE).invitedTo("ours", "1")).isEqualTo(INVITED);
    assertThat(withApp(NOWHERE).invitedTo("ours", "1")).isEqualTo(INVITED);
  }

  @Test
  void ownersAcceptWhatIsStillOffered() {
    assertThat(withApp(OFFERED).accepting("ours")).isEqualTo(ATTACHED);
    assertThat(withApp(NOWHERE).accepting("ours")).isEqualTo(NOT_INVITED);
    assertThat(
            new Candidate(
                    true,
                    false,
                    true,
                    true,
                    new Standing(Optional.of("theirs"), "", Optional.of("1")))
                .accepting("ours"))
        .isEqualTo(OTHER_OFFICE);
  }

  @Test
  void theSameListAgainChangesNothing() {
    assertThat(plain(HERE).attachedTo("ours", "1")).isEqualTo(UNCHANGED);
    assertThat(withApp(OFFERED).attachedTo("ours", "1")).isEqualTo(UNCHANGED);
  }

  @Test
  void anotherNumberIsTakenOverAndNoneIsNot() {
    assertThat(plain(HERE).attachedTo("ours", "2")).isEqualTo(RENUMBERED);
    assertThat(withApp(OFFERED).attachedTo("ours", "2")).isEqualTo(RENUMBERED);
    assertThat(plain(HERE).attachedTo("ours", "")).isEqualTo(UNCHANGED);
  }

  @Test
  void anAccountBelongsToOneOffice() {
    assertThat(plain(ELSEWHERE).attachedTo("ours", "1")).isEqualTo(OTHER_OFFICE);
    assertThat(plain(ELSEWHERE).invitedTo("ours", "1")).isEqualTo(OTHER_OFFICE);
  }

  @Test
  @AbuseCase("G16")
  @DisplayName("G16 a stranger to the office's organization joins by nobody's word")
  void organization() {
    Candidate stranger = new Candidate(true, false, false, false, OFFERED);

    assertThat(stranger.attachedTo("ours", "1")).isEqualTo(NOT_IN_ORGANIZATION);
    assertThat(stranger.invitedTo("ours", "1")).isEqualTo(NOT_IN_ORGANIZATION);
    assertThat(stranger.accepting("ours")).isEqualTo(NOT_IN_ORGANIZATION);
  }

  @Test
  @AbuseCase("G19")
  @DisplayName("G19 disabled accounts and those of programs join by nobody's word")
  void disabledAndPrograms() {
    Candidate disabled = new Candidate(false, false, false, true, OFFERED);
    Candidate program = new Candidate(true, true, false, true, OFFERED);

    assertThat(disabled.attachedTo("ours", "1")).isEqualTo(DISABLED);
    assertThat(disabled.invitedTo("ours", "1")).isEqualTo(DISABLED);
    assertThat(disabled.accepting("ours")).isEqualTo(DISABLED);
    assertThat(program.attachedTo("ours", "1")).isEqualTo(SERVICE_ACCOUNT);
    assertThat(program.invitedTo("ours", "1")).isEqualTo(SERVICE_ACCOUNT);
    assertThat(program.accepting("ours")).isEqualTo(SERVICE_ACCOUNT);
  }

  @Test
  void everyRefusalSaysWhatToDo() {
    assertThat(JoinOutcome.values())
        .filteredOn(JoinOutcome::isRefusal)
        .hasSize(9)
        .allMatch(one -> one.hint().length() > 20);
    assertThat(JoinOutcome.values()).extracting(JoinOutcome::word).doesNotHaveDuplicates();
  }

  private static Candidate plain(Standing standing) {
    return new Candidate(true, false, false, true, standing);
  }

  private static Candidate withApp(Standing standing) {
    return new Candidate(true, false, true, true, standing);
  }
}
