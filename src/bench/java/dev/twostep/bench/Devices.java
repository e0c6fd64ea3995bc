package dev.twostep.bench;

import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The browsers that users trusted; of each only the cookie stays, as after it was closed. */
final class Devices {

  private static final String PREFIX = "__Host-twostep-device-";

  private record Cookie(String name, String value) {}

  private final Map<BenchUser, Cookie> trusted = new ConcurrentHashMap<>();

  /** That user's browser, opened anew. */
  LoginDriver open(URI server, BenchUser user) {
    LoginDriver browser = LoginDriver.at(server);
    Optional.ofNullable(trusted.get(user))
        .ifPresent(cookie -> browser.cookies().put(cookie.name(), "/", cookie.value()));
    return browser;
  }

  /** Trusts the browser where that is asked; it is in the first login of each user. */
  Page trust(LoginDriver browser, Page page) {
    return page.has("#twostep-trust")
        ? browser.submit(page, Map.of("twostepAction", "trust"))
        : page;
  }

  /** Each use gives the browser a new cookie. */
  void close(LoginDriver browser, BenchUser user) {
    browser.exchanges().stream()
        .flatMap(one -> one.response().headers().allValues("Set-Cookie").stream())
        .filter(header -> header.startsWith(PREFIX))
        .map(header -> header.substring(0, header.indexOf('=')))
        .reduce((first, last) -> last)
        .ifPresent(name -> trusted.put(user, new Cookie(name, browser.cookies().value(name))));
  }
}
