package dev.twostep.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twostep.fixture.AbuseCase;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

  private static final AllowedHosts HOSTS =
      AllowedHosts.parse(
          " sms.example.org, api.example.com:8443,http://localhost:9000 ,https://[::1]:9443");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://sms.example.org/send",
        "https://SMS.Example.ORG:443/x?y=z",
        "https://api.example.com:8443/",
        "http://localhost:9000/send",
        "https://[::1]:9443/"
      })
  void listedPlacesAreAllowed(String uri) {
    assertThat(HOSTS.allows(URI.create(uri))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The cloud's metadata, the machine itself, the neighbours.
        "http://169.254.169.254/latest/meta-data",
        "http://127.0.0.1:9000/",
        "http://[::1]:9000/",
        "http://2130706433:9000/",
        // A listed host by another protocol or port.
        "http://sms.example.org/send",
        "https://sms.example.org:8443/",
        "https://localhost:9000/",
        "http://localhost/",
        "https://api.example.com/",
        "file:///etc/passwd",
        "gopher://sms.example.org/",
        "jar:https://sms.example.org/a.jar!/x",
        "ftp://sms.example.org/",
        // Looks like a listed host.
        "https://sms.example.org.evil.test/",
        "https://evil.test/sms.example.org",
        "https://sms.example.org@evil.test/",
        "https://user@sms.example.org/",
        "https://sms.example.org./",
        "https://xsms.example.org/",
        "//sms.example.org/send",
        "sms.example.org",
        ""
      })
  @AbuseCase("B01")
  void B01anythingElseIsNot(String uri) {
    assertThat(HOSTS.allows(URI.create(uri))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"''", "' , '"})
  @AbuseCase("B01")
  void B01anEmptyListAllowsNothing(String list) {
    assertThat(AllowedHosts.parse(list).allows(URI.create("https://sms.example.org/"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "*.example.org", "a/b", "ftp://a", "a:b", "user@a", "a b", "http://", "a_b"})
  @AbuseCase("B01")
  void B01anEntryThatIsNoHostStopsTheServer(String entry) {
    assertThatThrownBy(() -> AllowedHosts.parse("sms.example.org," + entry))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gateway-hosts");
  }
}
