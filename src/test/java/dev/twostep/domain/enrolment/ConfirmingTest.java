package dev.twostep.domain.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.factor.FactorKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfirmingTest {

  private static final Confirming SMS = new Confirming.By(FactorKind.SMS);
  private static final Confirming EMAIL = new Confirming.By(FactorKind.EMAIL);

  @Test
  void takesTheStrongestThatTheRealmHas() {
    assertThat(of("", true, true)).isEqualTo(SMS);
    assertThat(of("", false, true)).isEqualTo(EMAIL);
    assertThat(of("", false, false)).isEqualTo(new Confirming.Nothing());
  }

  @Test
  void doesWhatIsSet() {
    assertThat(of(" email ", true, true)).isEqualTo(EMAIL);
    assertThat(of("sms", true, false)).isEqualTo(SMS);
    assertThat(of("none", true, true)).isEqualTo(new Confirming.Nothing());
  }

  @Test
  void neverFallsBackFromWhatIsSet() {
    assertThat(of("sms", false, true)).isInstanceOf(Confirming.Unusable.class);
    assertThat(of("email", true, false)).isInstanceOf(Confirming.Unusable.class);
    assertThat(of("SMS!", true, true)).isInstanceOf(Confirming.Unusable.class);
  }

  private static Confirming of(String setting, boolean gateway, boolean mail) {
    return Confirming.of(Optional.of(setting), new Confirming.Means(gateway, mail));
  }
}
