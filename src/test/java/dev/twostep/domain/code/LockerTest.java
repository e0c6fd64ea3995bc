package dev.twostep.domain.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import java.security.SecureRandom;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A locked secret is good for one key and one place, and shows nothing. */
class LockerTest {

  private static final String PLACE = "realm\nsms\nsecret\nhttp";

  private static Locker locker(int key) {
    byte[] bytes = new byte[ServerKey.LEAST_BYTES];
    Arrays.fill(bytes, (byte) key);
    return ServerKey.of(bytes).locker(new SecureRandom());
  }

  @Property(tries = 200)
  void comesOutAsItWentIn(@ForAll String secret, @ForAll String place) {
    // A lone surrogate is no text that anybody could send.
    if (secret.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      assertThat(locker(1).unlock(locker(1).lock(secret, place), place)).contains(secret);
    }
  }

  @Test
  @AbuseCase("B16")
  void B16showsNothingOfTheSecretAndIsNeverTheSameTwice() {
    String locked = locker(1).lock("canary-canary", PLACE);

    assertThat(locked).matches("locked:v1:[A-Za-z0-9_-]+").doesNotContain("canary");
    assertThat(locker(1).lock("canary-canary", PLACE)).isNotEqualTo(locked);
    assertThat(Locker.isLocked(locked)).isTrue();
  }

  @Test
  @AbuseCase("B16")
  void B16anotherKeyOrAnotherPlaceDoesNotUnlock() {
    String locked = locker(1).lock("canary", PLACE);

    assertThat(locker(2).unlock(locked, PLACE)).isEmpty();
    assertThat(locker(1).unlock(locked, PLACE + "2")).isEmpty();
  }

  @Test
  void anAlteredOneDoesNotUnlock() {
    String locked = locker(1).lock("canary", PLACE);
    for (int i = "locked:v1:".length(); i < locked.length() - 1; i++) {
      char other = locked.charAt(i) == 'A' ? 'B' : 'A';
      String altered = locked.substring(0, i) + other + locked.substring(i + 1);
      assertThat(locker(1).unlock(altered, PLACE)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"locked:v1:", "locked:v1:AAAA", "locked:v1:%%%", "locked:v1:====="})
  void nonsenseDoesNotUnlock(String locked) {
    assertThat(locker(1).unlock(locked, PLACE)).isEmpty();
  }
}
