package dev.twostep.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.delivery.Delivery.Delivered;
import dev.twostep.domain.delivery.Delivery.Unavailable;
import dev.twostep.fixture.AbuseCase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** B12: a certificate that is not right in every way means that nothing is sent. */
@Timeout(60)
class TlsTest {

  private static final Delivery REFUSED = new Unavailable("TLS was refused");

  /** A ServerHello that chooses TLS 1.0, after RFC 2246, 7.4.1.3. */
  private static final String HELLO_OF_TLS_1_0 =
      new String(
          HexFormat.of().parseHex("160301002a020000260301" + "72".repeat(32) + "00002f00"),
          StandardCharsets.ISO_8859_1);

  @TempDir private Path folder;

  private static Delivery send(int port, SSLContext trust) {
    Map<String, String> attributes = new HashMap<>(TestGateways.form(port));
    attributes.put(HttpSettings.URL, "https://127.0.0.1:" + port + "/send");
    AllowedHosts hosts = AllowedHosts.parse("127.0.0.1:" + port);
    return new HttpGateway(
            TestGateways.config(attributes, hosts),
            hosts,
            GatewayClients.create(trust, ForkJoinPool.commonPool()),
            TestGateways.CLOCK)
        .send(TestGateways.MESSAGE)
        .toCompletableFuture()
        .join();
  }

  private static Delivery send(TestCertificate certificate, SSLContext trust)
      throws IOException, GeneralSecurityException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
    try (GatewayJournal journal = new GatewayJournal(server)) {
      Delivery delivery = send(journal.port(), trust);
      assertThat(journal.entries()).hasSize(delivery instanceof Delivered ? 1 : 0);
      return delivery;
    }
  }

  @Test
  void aBelievedCertificateOfTheRightNameIsDeliveredTo() throws Exception {
    TestCertificate certificate = TestCertificate.named(folder, "ip:127.0.0.1");

    assertThat(send(certificate, certificate.believingClient())).isInstanceOf(Delivered.class);
  }

  @Test
  @AbuseCase("B12")
  void B12aCertificateThatNobodyKnownSignedIsRefused() throws Exception {
    TestCertificate certificate = TestCertificate.named(folder, "ip:127.0.0.1");

    assertThat(send(certificate, TestGateways.defaultTrust())).isEqualTo(REFUSED);
  }

  @Test
  @AbuseCase("B12")
  void B12aCertificateOfAnotherNameIsRefused() throws Exception {
    TestCertificate certificate = TestCertificate.named(folder, "dns:other.example.org");

    assertThat(send(certificate, certificate.believingClient())).isEqualTo(REFUSED);
  }

  @Test
  @AbuseCase("B12")
  void B12anExpiredCertificateIsRefused() throws Exception {
    TestCertificate certificate =
        TestCertificate.named(folder, "ip:127.0.0.1", "-startdate", "-3d", "-validity", "1");

    assertThat(send(certificate, certificate.believingClient())).isEqualTo(REFUSED);
  }

  @Test
  @AbuseCase("B12")
  void B12tls10IsRefused() throws Exception {
    RawGateway.Behaviour old =
        socket -> {
          RawGateway.read(socket);
          RawGateway.write(socket, HELLO_OF_TLS_1_0);
          RawGateway.read(socket);
        };
    try (RawGateway gateway = new RawGateway(old)) {
      assertThat(send(gateway.port(), TestGateways.defaultTrust())).isEqualTo(REFUSED);
    }
  }
}
