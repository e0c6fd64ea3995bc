package dev.twostep.domain.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.factor.FactorName.Flaw;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortalNameTest {

  @Test
  void takesWhatCanBeSeen() {
    assertThat(PortalName.flaw("  Österreichische Post – Büro 2 ")).isEmpty();
    assertThat(PortalName.trimmed("  a ")).isEqualTo("a");
    assertThat(PortalName.flaw("𝄞".repeat(60))).isEmpty();
  }

  @Test
  void refusesWhatCannot() {
    assertThat(PortalName.flaw(" ")).contains(Flaw.MISSING);
    assertThat(PortalName.flaw("x".repeat(61))).contains(Flaw.TOO_LONG);
    assertThat(PortalName.flaw("a\u202eb")).contains(Flaw.INVISIBLE);
    assertThat(PortalName.flaw("a\r\nb")).contains(Flaw.INVISIBLE);
  }

  @Test
  void findsAFreeOne() {
    assertThat(PortalName.free("GitHub", Set.<String>of()::contains)).isEqualTo("GitHub");
    assertThat(PortalName.free("GitHub", Set.of("GitHub", "GitHub 2")::contains))
        .isEqualTo("GitHub 3");
  }
}
