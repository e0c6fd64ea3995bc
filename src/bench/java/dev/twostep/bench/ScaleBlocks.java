package dev.twostep.bench;

import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Blocks of logins of every kind in either realm, by turns. */
final class ScaleBlocks {

  static final int LOGINS = 20;

  /** Blocks of users; then the first ones come again, as users whom caches know. */
  private static final int BLOCKS = 24;

  static final int USERS = BLOCKS * LOGINS;

  /** Longer than any cool-down and any time step: no user is ever told to wait. */
  private static final Duration REST_OF_A_USER = Duration.ofSeconds(65);

  private static final Duration TAIL = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI server;
  private final SmsGatewayDouble phones;
  private final CpuMeter meter;
  private final Random random = new Random(1);
  private final Map<ScaleLogin, List<Instant>> ends = new HashMap<>();

  ScaleBlocks(URI server, SmsGatewayDouble phones, CpuMeter meter) {
    this.server = server;
    this.phones = phones;
    this.meter = meter;
  }

  static List<ScaleLogin> all() {
    List<ScaleLogin> all = new ArrayList<>();
    for (ScaleLogin.Kind kind : ScaleLogin.Kind.values()) {
      for (RealmSize size : RealmSize.values()) {
        all.add(new ScaleLogin(size, kind));
      }
    }
    return all;
  }

  /** CPU milliseconds of one login of each kind, measured in an order of its own. */
  Map<ScaleLogin, Double> round() {
    List<ScaleLogin> order = all();
    Collections.shuffle(order, random);
    Map<ScaleLogin, Double> millis = new HashMap<>();
    order.forEach(login -> millis.put(login, block(login)));
    return millis;
  }

  /** The next users of that kind, one after another; CPU milliseconds of each. */
  double block(ScaleLogin login) {
    List<Instant> before = ends.computeIfAbsent(login, one -> new ArrayList<>());
    letRest(before);
    int first = before.size() % BLOCKS * LOGINS;
    long start = meter.nanos();
    for (int n = first; n < first + LOGINS; n++) {
      int stride = 2 * login.size().stride(USERS);
      logIn(login, new BenchUser(login.kind().firstUser() + n * stride));
    }
    LockSupport.parkNanos(TAIL.toNanos());
    long used = meter.nanos() - start;
    before.add(Instant.now());
    return used / 1e6 / LOGINS;
  }

  private static void letRest(List<Instant> before) {
    int last = before.size() - BLOCKS;
    if (last >= 0) {
      Duration rest = Duration.between(Instant.now(), before.get(last).plus(REST_OF_A_USER));
      LockSupport.parkNanos(Math.max(0, rest.toNanos()));
    }
  }

  private void logIn(ScaleLogin login, BenchUser user) {
    String realm = login.size().realm();
    String client = login.kind().client();
    LoginDriver browser = LoginDriver.at(server);
    Page page = browser.login(realm, client, user.name(), BenchUser.PASSWORD);
    if (login.kind() != ScaleLogin.Kind.PASSWORD) {
      page = answer(browser, login, user, page);
    }
    Page last = page;
    String code =
        last.code()
            .orElseThrow(() -> new IllegalStateException(login + " ended on: " + last.text()));
    if (!browser.tokens(realm, client, code).hasNonNull("access_token")) {
      throw new IllegalStateException(login + " got no tokens");
    }
  }

  private Page answer(LoginDriver browser, ScaleLogin login, BenchUser user, Page page) {
    if (!page.has("input[name=code]")) {
      throw new IllegalStateException(login + " was asked for no code: " + page.text());
    }
    String code = login.kind() == ScaleLogin.Kind.APP ? user.appCode() : smsCode(user);
    return browser.submit(page, Map.of("code", code, "twostepAction", "verify"));
  }

  private String smsCode(BenchUser user) {
    String text = phones.awaitSms(user.phone(), PATIENCE);
    phones.forget(user.phone());
    return SmsGatewayDouble.codeIn(text);
  }
}
