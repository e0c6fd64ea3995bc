package dev.twostep.bench;

import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** One login by SMS in its steps, so that each can be timed by itself. */
final class SmsVisit {

  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final LoginDriver browser;
  private final BenchUser user;
  private Page page;
  private long passwordAt;

  private SmsVisit(LoginDriver browser, BenchUser user, Page page) {
    this.browser = browser;
    this.user = user;
    this.page = page;
  }

  /** A browser that shows the login page. */
  static SmsVisit open(URI server, BenchUser user) {
    LoginDriver browser = LoginDriver.at(server);
    return new SmsVisit(browser, user, browser.open(DeliveryRealm.SMS, Logins.CLIENT));
  }

  BenchUser user() {
    return user;
  }

  /** Gives the password; nanoseconds until the page that asks for the code. */
  long password() {
    passwordAt = System.nanoTime();
    page = browser.submit(page, Map.of("username", user.name(), "password", BenchUser.PASSWORD));
    long taken = System.nanoTime() - passwordAt;
    if (!page.has("input[name=code]")) {
      throw new IllegalStateException("asked for no code: " + page.text());
    }
    return taken;
  }

  /** Waits for the code from any of these phones and gives it; whether that ended the login. */
  boolean code(List<SmsGatewayDouble> phones, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      for (SmsGatewayDouble phone : phones) {
        List<String> texts = phone.codes(user.phone());
        if (!texts.isEmpty()) {
          return answer(SmsGatewayDouble.codeIn(texts.get(0)));
        }
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return false;
  }

  /** Nanoseconds since the password was given. */
  long sincePassword() {
    return System.nanoTime() - passwordAt;
  }

  private boolean answer(String code) {
    page = browser.submit(page, Map.of("code", code, "twostepAction", "verify"));
    return page.code().isPresent();
  }
}
