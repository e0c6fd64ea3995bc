package dev.twostep.keycloak.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.code.LockerRing;
import dev.twostep.domain.code.ServerKey;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortalKeysTest {

  private final Map<String, byte[]> entries = new HashMap<>();
  private final PortalKeys.Source source = entry -> Optional.ofNullable(entries.get(entry));
  private final PortalKeys keys = new PortalKeys(Optional.of(ServerKey.of(new byte[32])), source);

  @Test
  void withoutOptionsThereIsTheServerKeys() {
    assertThat(keys.find("server", "").orElseThrow().ids()).containsExactly("server");
    assertThat(new PortalKeys(Optional.empty(), source).find("server", "")).isEmpty();
  }

  @Test
  void aNewKeyLocksAndTheFormerOnesUnlock() {
    entries.put("twostep-portal-2027", filled(1));
    entries.put("twostep-portal-2026", filled(2));

    LockerRing ring = keys.find("2027", "2026, absent").orElseThrow();

    assertThat(ring.current()).isEqualTo("2027");
    assertThat(ring.ids()).containsExactlyInAnyOrder("2027", "2026", "server");
    LockerRing before = keys.find("2026", "").orElseThrow();
    assertThat(ring.unlock(before.lock("secret", "place"), "place")).contains("secret");
  }

  @Test
  void withoutTheOneThatLocksThereIsNone() {
    assertThat(keys.find("2027", "server")).isEmpty();
    entries.put("twostep-portal-2027", new byte[16]);
    assertThat(keys.find("2027", "server")).isEmpty();
    entries.put("twostep-portal-../etc", filled(1));
    assertThat(keys.find("../etc", "server")).isEmpty();
    PortalKeys broken =
        new PortalKeys(
            Optional.empty(),
            entry -> {
              throw new IOException("unreadable");
            });
    assertThat(broken.find("2027", "")).isEmpty();
  }

  @Test
  void aVaultThatFailsInItsOwnWayHidesItsKeysOnly() {
    PortalKeys failing =
        new PortalKeys(
            Optional.of(ServerKey.of(new byte[32])),
            entry -> {
              throw new IllegalStateException("the vault is sealed");
            });

    assertThat(failing.find("2027", "")).isEmpty();
    assertThat(failing.find("server", "2027").orElseThrow().ids()).containsExactly("server");
  }

  private static byte[] filled(int filling) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) filling);
    return key;
  }
}
