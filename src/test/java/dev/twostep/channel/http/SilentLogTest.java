package dev.twostep.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** B20: at the finest level, after every kind of failure, the log holds no canary. */
@Timeout(30)
class SilentLogTest {

  private static final String CANARY = "canary";

  private final Logger root = Logger.getLogger("dev.twostep");
  private final List<String> printed = new CopyOnWriteArrayList<>();
  private final Handler listener = new Listener();

  private final class Listener extends Handler {

    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord entry) {
      StringWriter trace = new StringWriter();
      if (entry.getThrown() != null) {
        entry.getThrown().printStackTrace(new PrintWriter(trace));
      }
      printed.add(formatter.format(entry) + trace);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void listen() {
    root.setLevel(Level.ALL);
    listener.setLevel(Level.ALL);
    root.addHandler(listener);
  }

  @AfterEach
  void stopListening() {
    root.removeHandler(listener);
    root.setLevel(null);
  }

  private static void send(int port) {
    Map<String, String> attributes = TestGateways.form(port);
    attributes.put(HttpSettings.URL, "http://127.0.0.1:" + port + "/" + CANARY + "?key=" + CANARY);
    attributes.put(HttpSettings.HEADERS, "Authorization: {secret}\nX-Key: " + CANARY);
    attributes.put(HttpSettings.SECRET, CANARY);
    attributes.put(HttpSettings.SUCCESS, "2xx /status=ok");
    TestGateways.impatient(port, attributes)
        .send(TestGateways.message(CANARY + " 123456"))
        .toCompletableFuture()
        .join();
  }

  @Test
  @AbuseCase("B20")
  void B20noFailureLeaksSecretNumberTextOrAnswer() throws IOException {
    for (int status : new int[] {200, 302, 400, 429, 500, 503}) {
      try (GatewayJournal journal = new GatewayJournal()) {
        journal
            .answers(status, "{\"status\":\"" + CANARY + "\",\"to\":\"+4915112345678\"")
            .withHeader("Location", "http://" + CANARY + "/")
            .withHeader("Retry-After", CANARY);
        send(journal.port());
      }
    }
    for (RawGateway gateway :
        List.of(
            RawGateway.hanging(),
            RawGateway.resetting(),
            RawGateway.dripping(),
            RawGateway.saying("HTTP/1.1 " + CANARY + "\r\n\r\n"))) {
      try (gateway) {
        send(gateway.port());
      }
    }

    assertThat(printed).hasSize(10).allMatch(line -> line.contains("127.0.0.1"));
    assertThat(printed)
        .noneMatch(line -> line.contains(CANARY))
        .noneMatch(line -> line.contains("15112345678"))
        .noneMatch(line -> line.contains("123456"));
  }
}
