package dev.twostep.domain.delivery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Amounts of money as whole millionths of whatever currency the realm counts in. */
public final class Money {

  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");
  private static final int PLACES = 6;

  private Money() {}

  /** Empty unless it is a plain decimal such as {@code 0.0835}, at most six places. */
  public static OptionalLong parse(String text) {
    String clean = text.strip();
    return DECIMAL.matcher(clean).matches()
        ? OptionalLong.of(millionths(new BigDecimal(clean)))
        : OptionalLong.empty();
  }

  /** Rounded up; a sign is dropped, for some gateways tell what they took as a negative price. */
  public static long millionths(BigDecimal amount) {
    return amount.abs().movePointRight(PLACES).setScale(0, RoundingMode.CEILING).longValueExact();
  }

  /** As people write it, with two decimals at least. */
  public static String text(long millionths) {
    BigDecimal amount = BigDecimal.valueOf(millionths, PLACES).stripTrailingZeros();
    return amount.setScale(Math.max(2, amount.scale()), RoundingMode.UNNECESSARY).toPlainString();
  }
}
