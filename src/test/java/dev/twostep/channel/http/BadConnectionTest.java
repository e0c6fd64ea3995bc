package dev.twostep.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.delivery.Delivery.Delivered;
import dev.twostep.domain.delivery.Delivery.Unavailable;
import dev.twostep.fixture.AbuseCase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gateways that fail below HTTP: every one is an outcome in bounded time, never an exception. */
@Timeout(20)
class BadConnectionTest {

  private static final Duration BOUND = Duration.ofSeconds(5);

  private static Delivery sendTo(RawGateway gateway) {
    return sendTo(gateway, "2xx");
  }

  private static Delivery sendTo(RawGateway gateway, String rule) {
    Map<String, String> attributes = TestGateways.form(gateway.port());
    attributes.put(HttpSettings.SUCCESS, rule);
    long start = System.nanoTime();
    Delivery delivery =
        TestGateways.impatient(gateway.port(), attributes)
            .send(TestGateways.MESSAGE)
            .toCompletableFuture()
            .join();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
    return delivery;
  }

  @Test
  @AbuseCase("B07")
  void B07aHangingGatewayIsUnavailableInTime() throws IOException {
    try (RawGateway gateway = RawGateway.hanging()) {
      assertThat(sendTo(gateway)).isInstanceOf(Unavailable.class);
    }
  }

  @Test
  @AbuseCase("B07")
  void B07aDrippingAnswerIsCutOffByTheSameDeadline() throws IOException {
    try (RawGateway gateway = RawGateway.dripping()) {
      assertThat(sendTo(gateway)).isEqualTo(new Unavailable("no whole answer in time", true));
    }
  }

  @Test
  @AbuseCase("B07")
  void B07aResetConnectionIsUnavailable() throws IOException {
    try (RawGateway gateway = RawGateway.resetting()) {
      assertThat(sendTo(gateway)).isEqualTo(new Unavailable("the connection failed", true));
    }
  }

  @Test
  @AbuseCase("B07")
  void B07nobodyListeningIsUnavailable() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertThat(
            TestGateways.impatient(free, TestGateways.form(free))
                .send(TestGateways.MESSAGE)
                .toCompletableFuture()
                .join())
        .isEqualTo(new Unavailable("no connection"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
      })
  @AbuseCase("B07")
  void B07whatIsNoWholeHttpAnswerIsUnavailable(String answer) throws IOException {
    try (RawGateway gateway = RawGateway.saying(answer)) {
      assertThat(sendTo(gateway)).isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void anAnswerLongerThan64KilobytesIsNotReadToItsEnd() throws IOException {
    AtomicInteger kilobytes = new AtomicInteger();
    try (RawGateway gateway = RawGateway.flooding(kilobytes)) {
      assertThat(sendTo(gateway, "2xx /status=ok"))
          .isEqualTo(new Unavailable("answered 200, but no clear JSON", true));
    }
    // The rest is what the sockets' buffers hold, far from 50 MB.
    assertThat(kilobytes.get()).isLessThan(20 * 1024);
  }

  @Test
  void aLongAnswerWithNothingToLookForIsASuccessAllTheSame() throws IOException {
    try (RawGateway gateway = RawGateway.flooding(new AtomicInteger())) {
      assertThat(sendTo(gateway)).isInstanceOf(Delivered.class);
    }
  }

  @Test
  void anInterruptedSendSaysSoAndKeepsTheInterrupt() throws IOException {
    try (RawGateway gateway = RawGateway.hanging()) {
      Thread.currentThread().interrupt();
      assertThat(sendTo(gateway)).isInstanceOf(Unavailable.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
