package dev.twostep.bench;

import dev.twostep.fixture.login.LoginDriver;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Logins by e-mail while the mail server takes connections and says nothing. */
record DeadMailServer(URI server) {

  private static final int VISITS = 50;
  private static final Duration APART = Duration.ofMillis(100);

  List<String> measure() {
    Latencies pages = new Latencies();
    try (OpenLoop loop = new OpenLoop()) {
      loop.run(IntStream.range(0, VISITS).mapToObj(n -> visit(n, pages)).toList(), APART);
    }
    return List.of("code pages, mail server hangs: " + pages);
  }

  private Supplier<Boolean> visit(int number, Latencies pages) {
    return () -> {
      BenchUser user = new BenchUser(number);
      LoginDriver browser = LoginDriver.at(server);
      var form = browser.open(DeliveryRealm.EMAIL, Logins.CLIENT);
      long begun = System.nanoTime();
      var page =
          browser.submit(form, Map.of("username", user.name(), "password", BenchUser.PASSWORD));
      pages.add(System.nanoTime() - begun);
      return page.has("input[name=code]");
    };
  }
}
