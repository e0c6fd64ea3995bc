package dev.twostep.domain.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.code.ServerKey;
import dev.twostep.fixture.AbuseCase;
import java.security.SecureRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTokenTest {

  private static final ServerKey KEY = ServerKey.of(new byte[32]);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final DeviceOwner ANN = new DeviceOwner("realm", "ann");

  private final DeviceToken token = DeviceToken.issue(KEY, ANN, DeviceToken.newId(RANDOM), RANDOM);

  @Test
  void isReadBack() {
    DeviceToken read = DeviceToken.parse(token.text()).orElseThrow();

    assertThat(read.isOf(ANN, KEY)).isTrue();
    assertThat(read.id()).isEqualTo(token.id()).hasSize(32);
    assertThat(read.digest(KEY)).isEqualTo(token.digest(KEY));
  }

  @Test
  @AbuseCase("F05")
  void isGoodForItsOwnerRealmAndKeyOnly() {
    byte[] other = new byte[32];
    other[0] = 1;

    assertThat(token.isOf(new DeviceOwner("realm", "bob"), KEY)).isFalse();
    assertThat(token.isOf(new DeviceOwner("other", "ann"), KEY)).isFalse();
    assertThat(token.isOf(ANN, ServerKey.of(other))).isFalse();
  }

  @Test
  @AbuseCase("F05")
  void isSpoiltByAnyChange() {
    String text = token.text();
    for (int at = 0; at < text.length(); at++) {
      char changed = text.charAt(at) == 'a' ? 'b' : 'a';
      String altered = text.substring(0, at) + changed + text.substring(at + 1);
      assertThat(DeviceToken.parse(altered).filter(one -> one.isOf(ANN, KEY))).isEmpty();
    }
  }

  @ParameterizedTest
  @AbuseCase("F05")
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "{\"alg\":\"none\"}",
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.",
        "00.00.00"
      })
  void nothingElseIsAToken(String text) {
    assertThat(DeviceToken.parse(text)).isEmpty();
  }

  @Property
  @AbuseCase("F05")
  void neverFails(@ForAll String anything) {
    assertThat(DeviceToken.parse(anything)).isEmpty();
  }

  @Test
  void noCookieIsNoToken() {
    assertThat(DeviceToken.parse(null)).isEmpty();
  }

  @Test
  @AbuseCase("F07")
  void namesNobodyAndTellsNothing() {
    assertThat(token.text()).matches("[0-9a-f.]{162}").doesNotContain("ann");
    assertThat(token.toString()).doesNotContain(token.id());
    assertThat(token.digest(KEY)).doesNotContain(token.text().split("\\.", -1)[1]);
  }
}
