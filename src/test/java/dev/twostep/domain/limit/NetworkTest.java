package dev.twostep.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @Test
  void anIpv6CustomerHasOneNameForAllOfTheirAddresses() {
    String one = Network.of("2001:db8:1:2::1");

    assertThat(Network.of("2001:DB8:1:2:ffff:ffff:ffff:ffff")).isEqualTo(one);
    assertThat(Network.of("2001:db8:1:2::9%eth0")).isEqualTo(one);
    assertThat(Network.of("2001:db8:1:3::1")).isNotEqualTo(one);
  }

  @Test
  void anIpv4AddressIsItsOwn() {
    assertThat(Network.of("192.0.2.1")).isEqualTo("192.0.2.1");
    assertThat(Network.of("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
  }

  /** A look-up in the DNS would take seconds, and ask a stranger's server. */
  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "example.org", "999.1.1.1", "1.2.3", ":::", "fe80::zz"})
  void whatIsNoAddressStaysAsItIs(String text) {
    assertThat(Network.of(text)).isEqualTo(text);
  }
}
