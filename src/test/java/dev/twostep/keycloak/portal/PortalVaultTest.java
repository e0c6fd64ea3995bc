package dev.twostep.keycloak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.code.LockerRing;
import dev.twostep.domain.code.LockerRing.Locked;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.keycloak.enrolment.AppKey;
import dev.twostep.keycloak.portal.PortalVault.Owner;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortalVaultTest {

  private static final AppKey KEY = new AppKey("JBSWY3DPEHPK3PXP", "HmacSHA256", 8, 60);
  private static final Owner ANNA = new Owner("realm", "anna", "paypal");

  private final PortalVault vault =
      new PortalVault(
          new LockerRing(
              "server",
              Map.of("server", ServerKey.of(new byte[32]).portalLocker(new SecureRandom()))));

  @Test
  void aKeyComesBackAsItWas() {
    assertThat(vault.unlock(vault.lock(KEY, ANNA), ANNA)).contains(KEY);
    assertThat(vault.unlockPending(vault.lockPending(KEY, ANNA), ANNA)).contains(KEY);
  }

  @Test
  void aRowThatIsCopiedElsewhereOpensNothing() {
    Locked locked = vault.lock(KEY, ANNA);

    assertThat(vault.unlock(locked, new Owner("realm", "ben", "paypal"))).isEmpty();
    assertThat(vault.unlock(locked, new Owner("realm", "anna", "github"))).isEmpty();
    assertThat(vault.unlock(locked, new Owner("other", "anna", "paypal"))).isEmpty();
  }

  @Test
  void aKeyThatIsNotProvenIsNotThePortals() {
    assertThat(vault.unlock(vault.lockPending(KEY, ANNA), ANNA)).isEmpty();
    assertThat(vault.unlockPending(vault.lock(KEY, ANNA), ANNA)).isEmpty();
  }

  @Test
  void theSecretIsInNothingThatIsStoredOrPrinted() {
    Locked locked = vault.lock(KEY, ANNA);

    assertThat(locked.text() + locked + KEY + vault).doesNotContain(KEY.secret());
  }
}
