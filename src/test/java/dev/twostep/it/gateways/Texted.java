package dev.twostep.it.gateways;

import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody with a phone, in a browser of their own, whose login needs a code by SMS. */
final class Texted {

  private static final AtomicInteger NUMBERS =
      new AtomicInteger(new SecureRandom().nextInt(9_000_000));

  private final RealmApi realm;
  private final LoginDriver browser;
  private final String name;
  private final String phone;
  private Page page = new Page(0, java.net.URI.create("about:blank"), Map.of(), "");

  private Texted(RealmApi realm, LoginDriver browser, String name, String phone) {
    this.realm = realm;
    this.browser = browser;
    this.name = name;
    this.phone = phone;
  }

  static Texted create(RealmApi realm, LoginDriver browser, String name) {
    String phone = String.format(Locale.ROOT, "+491528%07d", NUMBERS.incrementAndGet());
    return create(realm, browser, name, phone);
  }

  static Texted create(RealmApi realm, LoginDriver browser, String name, String phone) {
    realm.createUser(NewUser.named(name).withPhone(phone));
    return new Texted(realm, browser, name, phone);
  }

  /** Sets Twostep up, so that every login of the realm needs a code. */
  static void require(RealmApi realm, String factors) {
    realm.setUpTwostep();
    realm.attributes(Map.of("twostep.requirement", "required", "twostep.factors", factors));
  }

  String phone() {
    return phone;
  }

  /** Gives the password, upon which a code is sent. */
  Texted login() {
    page = browser.login(realm.name(), "app", name, NewUser.PASSWORD);
    return this;
  }

  boolean enter(String code) {
    page = browser.submit(page, Map.of("code", code, "twostepAction", "verify"));
    return page.code().isPresent();
  }

  /** The page as it is by now. */
  Page page() {
    page = browser.get(page.uri().toString().replaceAll("(session_code|execution)=[^&]*&?", ""));
    return page;
  }

  Page submit(Map<String, String> fields) {
    page = browser.submit(page, fields);
    return page;
  }
}
