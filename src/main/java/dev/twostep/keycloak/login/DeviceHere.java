package dev.twostep.keycloak.login;

import dev.twostep.application.device.CheckedPasscode;
import dev.twostep.application.device.Recognised;
import dev.twostep.application.device.Used;
import dev.twostep.domain.device.Device;
import dev.twostep.domain.device.Passcode;
import dev.twostep.domain.policy.Decision;
import dev.twostep.domain.policy.Trust;
import dev.twostep.domain.policy.Trusting;
import dev.twostep.keycloak.credential.CredentialPrint;
import dev.twostep.keycloak.device.BrowserDevice;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;
import org.keycloak.services.resources.LoginActionsService;

/**
 * The trusted device of a login's browser, where it may count: on pages only, and neither while
 * another device is let in nor while a password is reset.
 */
final class DeviceHere {

  /** Stored in user sessions: which device was unlocked in it, and with which credentials. */
  static final String UNLOCKED = "twostep.unlocked";

  private final Exchange exchange;
  private final BrowserDevice browser;

  DeviceHere(Exchange exchange) {
    this.exchange = exchange;
    this.browser = new BrowserDevice(exchange.session(), exchange.realm(), exchange.user());
  }

  BrowserDevice browser() {
    return browser;
  }

  boolean counts() {
    String flow = exchange.login().getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH);
    return flow != null
        && !flow.equals(LoginActionsService.RESET_CREDENTIALS_PATH)
        && !exchange.notes().isReset()
        && !DeviceGrantType.isOAuth2DeviceVerificationFlow(exchange.login())
        && exchange.impersonator().isEmpty();
  }

  Optional<Device> live() {
    return counts() ? browser.look().flatMap(this::noted) : Optional.empty();
  }

  /** What cannot be trusted leaves a trace in the login's event, and none on its pages. */
  private Optional<Device> noted(Recognised seen) {
    if (seen instanceof Recognised.Foreign) {
      new Audit(exchange).device("foreign");
    } else if (seen instanceof Recognised.Stolen) {
      new Audit(exchange).device("stolen");
      // Spends nothing: an old copy ends the trust and tells its owner.
      browser.use(Duration.ZERO);
    }
    return BrowserDevice.live(seen);
  }

  static Trust trust(Device device) {
    return new Trust(device.made().at(), device.lock().exists());
  }

  /** Whether its passcode was right earlier in this very session. */
  boolean isUnlocked(Device device) {
    return AuthenticatorUtil.isSSOAuthentication(exchange.login())
        && exchange
            .browserSession()
            .filter(session -> exchange.user().equals(session.getUser()))
            .map(session -> session.getNote(UNLOCKED))
            .filter(unlocked(device)::equals)
            .isPresent();
  }

  /** Lets it stand in for the second step; false if it no longer can. */
  boolean use(Decision decision) {
    Optional<Used.Good> used = browser.use(lasts(decision));
    used.ifPresent(good -> new Audit(exchange).device("trusted"));
    return used.isPresent();
  }

  CheckedPasscode check(Passcode typed, Decision decision) {
    CheckedPasscode checked = browser.check(typed, lasts(decision));
    if (checked instanceof CheckedPasscode.Right right) {
      exchange.login().setUserSessionNote(UNLOCKED, unlocked(right.used().device()));
      new Audit(exchange).device("unlocked");
    }
    return checked;
  }

  private String unlocked(Device device) {
    return device.id() + "@" + CredentialPrint.of(exchange.user());
  }

  private static Duration lasts(Decision decision) {
    return decision.explanation().trusting().map(Trusting::lasts).orElse(Duration.ZERO);
  }
}
