package dev.twostep.keycloak.device;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.device.CheckedPasscode;
import dev.twostep.application.device.DeviceDesk;
import dev.twostep.application.device.Recognised;
import dev.twostep.application.device.ShownToken;
import dev.twostep.application.device.TrustDevice;
import dev.twostep.application.device.Used;
import dev.twostep.domain.device.Device;
import dev.twostep.domain.device.Passcode;
import dev.twostep.domain.device.Standing;
import dev.twostep.domain.limit.Network;
import dev.twostep.keycloak.credential.CredentialPrint;
import dev.twostep.keycloak.credential.DeviceShelf;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.SecureContextResolver;

/** The browser of this request as a device of one user; the one place that touches its cookie. */
public final class BrowserDevice {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final UserModel user;
  private final DeviceCookie cookie;
  private final DeviceNews news;

  public BrowserDevice(KeycloakSession session, RealmModel realm, UserModel user) {
    this.session = session;
    this.realm = realm;
    this.user = user;
    this.cookie = new DeviceCookie(session, realm);
    this.news = new DeviceNews(session, realm, user);
  }

  /** Whether it could be trusted at all: only browsers on a secure way keep such a cookie. */
  public boolean canBeTrusted() {
    return desk().isPresent() && SecureContextResolver.isSecureContext(session);
  }

  public boolean asksForQuiet() {
    return cookie.asksForQuiet();
  }

  public void keepQuiet() {
    cookie.keepQuiet();
  }

  /** What it is worth now, nothing changed; empty if it shows nothing. */
  public Optional<Recognised> look() {
    return cookie.token().isEmpty()
        ? Optional.empty()
        : desk().map(d -> d.recognise().look(shown()));
  }

  /** Spends one use; an old copy ends the trust, and its owner is told. */
  public Optional<Used.Good> use(Duration lasts) {
    return desk().flatMap(d -> after(d.use().use(shown()), lasts));
  }

  /** Tries a passcode; whatever ends the trust by that, its owner is told. */
  public CheckedPasscode check(Passcode typed, Duration lasts) {
    CheckedPasscode checked =
        desk().orElseThrow().check().check(shown(), typed, new KeycloakHashes(session, realm));
    if (checked instanceof CheckedPasscode.Right right) {
      after(right.used(), lasts);
    } else if (checked instanceof CheckedPasscode.Stolen stolen) {
      end(stolen.device(), true);
    } else if (checked instanceof CheckedPasscode.Dropped dropped) {
      end(dropped.device(), false);
    }
    return checked;
  }

  /** Trusts it from now on, in place of what it was before. */
  public void trust(Optional<Passcode> passcode, Duration lasts) {
    DeviceDesk desk = desk().orElseThrow();
    Instant now = Twostep.of(session).clock().instant();
    DeviceShelf shelf = new DeviceShelf(user);
    look()
        .flatMap(BrowserDevice::live)
        .ifPresent(old -> shelf.remove(List.of(old.made().credential())));
    String id = desk.trust().newId();
    String credential = shelf.add(id, DeviceName.of(session), now);
    var hashes = new KeycloakHashes(session, realm);
    String hash = passcode.map(p -> desk.passcode().hashed(account(), p, hashes)).orElse("");
    var wish = new TrustDevice.Wish(id, credential, network(), hash, standing());
    TrustDevice.Trusted trusted = desk.trust().trust(account(), wish);
    shelf.remove(trusted.dropped());
    cookie.keep(trusted.token().text(), lasts);
    news.trusted(credential);
  }

  /** Gives the live device a new passcode. */
  public boolean change(Device device, Passcode chosen) {
    DeviceDesk desk = desk().orElseThrow();
    String hash = desk.passcode().hashed(account(), chosen, new KeycloakHashes(session, realm));
    boolean changed = desk.passcode().set(account(), device.id(), hash);
    if (changed) {
      news.changedPasscode(device.made().credential());
    }
    return changed;
  }

  public static Optional<Device> live(Recognised seen) {
    return seen instanceof Recognised.Live live ? Optional.of(live.device()) : Optional.empty();
  }

  private Optional<Used.Good> after(Used used, Duration lasts) {
    if (used instanceof Used.Stolen stolen) {
      end(stolen.device(), true);
    }
    if (!(used instanceof Used.Good good)) {
      return Optional.empty();
    }
    Instant end = good.device().made().at().plus(lasts);
    Duration left = Duration.between(Twostep.of(session).clock().instant(), end);
    good.next().ifPresent(token -> cookie.keep(token.text(), left));
    if (good.moved()) {
      news.moved(good.device().made().credential());
    }
    return Optional.of(good);
  }

  private void end(Device device, boolean stolen) {
    String credential = device.made().credential();
    if (stolen) {
      news.stolen(credential);
    } else {
      news.guessed(credential);
    }
    new DeviceShelf(user).remove(List.of(credential));
    cookie.drop();
  }

  private Optional<DeviceDesk> desk() {
    return Twostep.of(session).devices();
  }

  private Account account() {
    return new Account(realm.getId(), user.getId());
  }

  private ShownToken shown() {
    return new ShownToken(account(), cookie.token(), standing(), network());
  }

  private Standing standing() {
    return new Standing(CredentialPrint.of(user), new DeviceShelf(user).ids(), Epoch.of(realm));
  }

  private String network() {
    return Network.of(session.getContext().getConnection().getRemoteHost());
  }
}
