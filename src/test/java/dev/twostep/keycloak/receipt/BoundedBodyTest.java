package dev.twostep.keycloak.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {

  private static final int MOST = BoundedBody.MOST_BYTES;

  @Test
  void readsWhatAReceiptCanNeed() throws IOException {
    assertThat(BoundedBody.read(body(3))).contains("aaa");
    assertThat(BoundedBody.read(body(MOST))).isPresent();
  }

  @Test
  @AbuseCase("B15")
  void B15believesABodyThatSaysThatItIsLong() {
    assertThat(BoundedBody.isTooLong("52428800")).isTrue();
    assertThat(BoundedBody.isTooLong("9".repeat(40))).isTrue();
    assertThat(BoundedBody.isTooLong("65536")).isFalse();
    assertThat(BoundedBody.isTooLong(null)).isFalse();
  }

  @Test
  @AbuseCase("B15")
  void B15readsLittleOfALongBodyThatDoesNotSaySo() throws IOException {
    InputStream body = body(50 * MOST);

    assertThat(BoundedBody.read(body)).isEmpty();
    assertThat(body.available()).isEqualTo(49 * MOST - 1);
  }

  private static InputStream body(int length) {
    byte[] bytes = new byte[length];
    java.util.Arrays.fill(bytes, (byte) 'a');
    return new ByteArrayInputStream(bytes);
  }
}
