package dev.twostep.application.apppassword;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.challenge.Account;
import dev.twostep.domain.apppassword.AppPassword;
import dev.twostep.domain.apppassword.AppPasswordTerm;
import dev.twostep.domain.apppassword.AppPasswordVerdict;
import dev.twostep.domain.apppassword.KeptAppPassword;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.memory.StepClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CheckAppPasswordTest {

  private static final Account ANNA = new Account("r1", "anna");
  private static final Account BOB = new Account("r1", "bob");
  private static final ServerKey KEY = ServerKey.of(new byte[32]);
  private static final Duration TERM = Duration.ofDays(30);
  private static final Duration IDLE = Duration.ofDays(7);

  private final StepClock clock = new StepClock();
  private final Instant start = clock.instant();
  private final CheckAppPassword check = new CheckAppPassword(KEY, clock);
  private final IssueAppPassword.Issued issued =
      new IssueAppPassword(KEY, new SecureRandom()).issue(ANNA);

  @Test
  void opensForItsApplicationsOnly() {
    assertThat(check(ANNA, kept(false), "calendar")).isInstanceOf(AppPasswordVerdict.Opened.class);
    assertThat(check(ANNA, kept(false), "mail").word()).isEqualTo("other-application");
  }

  @Test
  void isNobodyElses() {
    assertThat(check(BOB, kept(false), "calendar").word()).isEqualTo("unknown");
    assertThat(check.check(ANNA, issued.password(), List.of(), "calendar").word())
        .isEqualTo("unknown");
    AppPassword other = AppPassword.random(new SecureRandom());
    assertThat(check.check(ANNA, other, List.of(kept(false)), "calendar").word())
        .isEqualTo("unknown");
  }

  @Test
  void aRevokedOneIsRecognised() {
    assertThat(check(ANNA, kept(true), "calendar"))
        .isEqualTo(new AppPasswordVerdict.Revoked(issued.sealed().id()));
  }

  @Test
  @AbuseCase("E17")
  @DisplayName("E17: it dies of disuse and of age at the very instant")
  void dies() {
    clock.forward(IDLE.minusMillis(1));
    assertThat(check(ANNA, kept(false), "calendar").word()).isEqualTo("opened");
    clock.forward(Duration.ofMillis(1));
    assertThat(check(ANNA, kept(false), "calendar").word()).isEqualTo("unused");
    clock.forward(TERM.minus(IDLE));
    assertThat(check(ANNA, kept(false), "calendar").word()).isEqualTo("expired");
  }

  private AppPasswordVerdict check(Account account, KeptAppPassword kept, String application) {
    return check.check(account, issued.password(), List.of(kept), application);
  }

  private KeptAppPassword kept(boolean revoked) {
    AppPasswordTerm term =
        new AppPasswordTerm(start, Optional.of(start.plus(TERM)), start, Optional.of(IDLE));
    return new KeptAppPassword(issued.sealed(), term, Set.of("calendar"), revoked);
  }
}
