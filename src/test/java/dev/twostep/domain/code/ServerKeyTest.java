package dev.twostep.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.twostep.fixture.AbuseCase;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ServerKeyTest {

  private static final ServerKey KEY = ServerKey.of(new byte[32]);
  private static final ChallengeId ID = id(1);

  @Test
  void aShortKeyIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ServerKey.of(new byte[31]));
  }

  @Test
  void theKeyIsACopy() {
    byte[] bytes = new byte[32];
    ServerKey key = ServerKey.of(bytes);
    String before = key.codeOf(ID, "anna", Purpose.LOGIN).digits();
    Arrays.fill(bytes, (byte) 1);

    assertThat(key.codeOf(ID, "anna", Purpose.LOGIN).digits()).isEqualTo(before);
  }

  @Test
  @DisplayName("C05 a code belongs to one challenge, one user and one purpose")
  @AbuseCase("C05")
  void aCodeBelongsToOneChallengeUserAndPurpose() {
    String code = KEY.codeOf(ID, "anna", Purpose.LOGIN).digits();

    assertThat(KEY.codeOf(ID, "anna", Purpose.LOGIN).digits()).isEqualTo(code);
    assertThat(KEY.codeOf(ID, "anna", Purpose.ENROL_PHONE).digits()).isNotEqualTo(code);
    assertThat(KEY.codeOf(ID, "anna", Purpose.ENROL_EMAIL).digits()).isNotEqualTo(code);
    assertThat(KEY.codeOf(ID, "ben", Purpose.LOGIN).digits()).isNotEqualTo(code);
    assertThat(KEY.codeOf(id(2), "anna", Purpose.LOGIN).digits()).isNotEqualTo(code);
    assertThat(otherKey().codeOf(ID, "anna", Purpose.LOGIN).digits()).isNotEqualTo(code);
  }

  @Test
  void aDigestNamesNoAddressAndDiffersByRealm() {
    String digest = KEY.digestOf("acme", "+4915112345678");

    assertThat(digest).hasSize(64).doesNotContain("15112345678");
    assertThat(KEY.digestOf("acme", "+4915112345678")).isEqualTo(digest);
    assertThat(KEY.digestOf("globex", "+4915112345678")).isNotEqualTo(digest);
    assertThat(KEY.digestOf("acme", "+4915112345679")).isNotEqualTo(digest);
  }

  @Test
  @DisplayName("A26 a leading zero is part of the code")
  @AbuseCase("A26")
  void aLeadingZeroIsPartOfTheCode() {
    OneTimeCode code = OneTimeCode.ofNumber(123, 6);

    assertThat(code.digits()).isEqualTo("000123");
    assertThat(code.matches(Answer.typed("000123"))).isTrue();
    assertThat(code.matches(Answer.typed("123"))).isFalse();
    assertThat(code.matches(Answer.typed("0000123"))).isFalse();
  }

  @Test
  @DisplayName("A26 every one of a million codes is possible")
  @AbuseCase("A26")
  void everyCodeIsPossible() {
    BitSet seen = new BitSet();
    for (int number = 0; number < 1_000_000; number++) {
      seen.set(Integer.parseInt(OneTimeCode.ofNumber(Integer.MAX_VALUE - number, 6).digits()));
    }

    assertThat(seen.cardinality()).isEqualTo(1_000_000);
  }

  @Test
  @DisplayName("A26 derived codes are uniform: chi-square over a million cells, p > 0.001")
  @AbuseCase("A26")
  void derivedCodesAreUniform() {
    int cells = 1_000_000;
    int draws = 1_000_000;
    int[] seen = new int[cells];
    for (int draw = 0; draw < draws; draw++) {
      seen[Integer.parseInt(KEY.codeOf(id(draw), "anna", Purpose.LOGIN).digits())]++;
    }

    assertThat(deviations(seen, draws)).isBetween(-3.09, 3.09);
    // Whole cells hide a fault in one digit; a thousand per cell show it.
    assertThat(deviations(folded(seen, code -> code / 1000), draws)).isBetween(-3.09, 3.09);
    assertThat(deviations(folded(seen, code -> code % 1000), draws)).isBetween(-3.09, 3.09);
  }

  /** Chi-square in standard deviations from its mean; 3.09 is p = 0.001 of the normal law. */
  private static double deviations(int[] seen, int draws) {
    double expected = (double) draws / seen.length;
    double chiSquare =
        Arrays.stream(seen).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
    double freedom = seen.length - 1;
    return (chiSquare - freedom) / Math.sqrt(2 * freedom);
  }

  private static int[] folded(int[] seen, IntUnaryOperator cell) {
    int[] sums = new int[1000];
    IntStream.range(0, seen.length).forEach(code -> sums[cell.applyAsInt(code)] += seen[code]);
    return sums;
  }

  private static ServerKey otherKey() {
    byte[] bytes = new byte[32];
    bytes[31] = 1;
    return ServerKey.of(bytes);
  }

  static ChallengeId id(int number) {
    return new ChallengeId("0".repeat(16) + HexFormat.of().toHexDigits((long) number));
  }
}
