package dev.twostep.domain.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.device.Secrets.Shown;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SecretsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Secrets secrets = Secrets.first("a", NOW.minusSeconds(60)).rotated("b", NOW);

  @Test
  void knowsTheCurrentOne() {
    assertThat(secrets.judge("b", NOW.plus(Duration.ofDays(20)))).isEqualTo(Shown.CURRENT);
  }

  @Test
  void takesTheFormerOneForTenSeconds() {
    assertThat(secrets.judge("a", NOW.plusMillis(9999))).isEqualTo(Shown.OVERLAPPING);
    assertThat(secrets.judge("a", NOW.plusSeconds(10))).isEqualTo(Shown.STALE);
  }

  @Test
  void takesNoOlderOne() {
    Secrets next = secrets.rotated("c", NOW.plusSeconds(1));

    assertThat(next.judge("a", NOW.plusSeconds(2))).isEqualTo(Shown.STALE);
    assertThat(next.judge("", NOW.plusSeconds(2))).isEqualTo(Shown.STALE);
    assertThat(Secrets.first("x", NOW).judge("", NOW)).isEqualTo(Shown.STALE);
  }

  @Test
  void printsNothing() {
    assertThat(secrets.toString()).isEqualTo("Secrets[******]");
  }
}
