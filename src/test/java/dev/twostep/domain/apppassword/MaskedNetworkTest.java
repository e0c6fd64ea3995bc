package dev.twostep.domain.apppassword;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.77,203.0.x.x",
    "2001:db8:1:2::9,2001:0db8:x",
    "fe80::1%eth0,fe80:0000:x",
    "host.example,''",
    "'',''"
  })
  void tellsHalf(String address, String masked) {
    assertThat(MaskedNetwork.of(address)).isEqualTo(masked);
  }
}
