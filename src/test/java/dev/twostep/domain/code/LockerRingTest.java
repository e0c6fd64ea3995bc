package dev.twostep.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twostep.domain.code.LockerRing.Locked;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LockerRingTest {

  private static final Locker OLD = locker(1);
  private static final Locker NEW = locker(2);

  @Test
  void theCurrentKeyLocksAndAllUnlock() {
    Locked before = new LockerRing("old", Map.of("old", OLD)).lock("secret", "place");
    LockerRing both = new LockerRing("new", Map.of("old", OLD, "new", NEW));

    assertThat(both.unlock(before, "place")).contains("secret");
    assertThat(both.lock("secret", "place").key()).isEqualTo("new");
    assertThat(both.ids()).containsExactlyInAnyOrder("old", "new");
  }

  @Test
  void aKeyThatIsNotHereUnlocksNothing() {
    Locked locked = new LockerRing("old", Map.of("old", OLD)).lock("secret", "place");

    assertThat(new LockerRing("new", Map.of("new", NEW)).unlock(locked, "place")).isEmpty();
    assertThat(new LockerRing("old", Map.of("old", NEW)).unlock(locked, "place")).isEmpty();
    assertThat(new LockerRing("old", Map.of("old", OLD)).unlock(locked, "elsewhere")).isEmpty();
  }

  @Test
  void theCurrentKeyIsOneOfThem() {
    assertThatThrownBy(() -> new LockerRing("new", Map.of("old", OLD)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingOfItIsPrinted() {
    Locked locked = new LockerRing("old", Map.of("old", OLD)).lock("secret", "place");

    assertThat(locked.toString()).contains("old").doesNotContain(locked.text());
  }

  private static Locker locker(int filling) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) filling);
    return ServerKey.of(key).portalLocker(new SecureRandom());
  }
}
