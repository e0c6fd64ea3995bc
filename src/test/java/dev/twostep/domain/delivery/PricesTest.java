package dev.twostep.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {

  private static final String GERMAN = "+4915112345678";

  private final Prices prices =
      Prices.parse("sms * 0.10\nsms +49 0.0835\nother 49151 0.09; * +1 0.01").orElseThrow();

  @Test
  void theLongestPrefixOfAGatewayWins() {
    assertThat(prices.of("sms", GERMAN)).isEqualTo(83_500);
    assertThat(prices.of("sms", "+33612345678")).isEqualTo(100_000);
    assertThat(prices.of("other", GERMAN)).isEqualTo(90_000);
    assertThat(prices.of("other", "+33612345678")).isZero();
    assertThat(prices.of("third", "+12015550123")).isEqualTo(10_000);
  }

  @Test
  void theHighestOfTheGatewaysIsPutAside() {
    assertThat(prices.highest(List.of("sms", "other"), GERMAN)).isEqualTo(90_000);
    assertThat(prices.highest(List.of(), GERMAN)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sms 0.10", "sms * 0,10", "sms * -1", "S * 1", "sms +x 1", "sms * 1 EUR"})
  void refusesWhatNobodyCanFollow(String text) {
    assertThat(Prices.parse(text)).isEmpty();
  }

  @Test
  void amountsAreWholeMillionths() {
    assertThat(Money.parse("250")).isEqualTo(OptionalLong.of(250_000_000));
    assertThat(Money.parse("0.000001")).isEqualTo(OptionalLong.of(1));
    assertThat(Money.parse("1e3")).isEmpty();
    assertThat(Money.text(83_500)).isEqualTo("0.0835");
    assertThat(Money.text(250_000_000)).isEqualTo("250.00");
    assertThat(Money.millionths(new BigDecimal("-0.00750"))).isEqualTo(7_500);
    assertThat(Money.millionths(new BigDecimal("0.00000001"))).isEqualTo(1);
  }

  @Property
  void whatIsShownCanBeReadAgain(@ForAll @LongRange(max = 999_999_999_999_999L) long amount) {
    assertThat(Money.parse(Money.text(amount))).isEqualTo(OptionalLong.of(amount));
  }
}
