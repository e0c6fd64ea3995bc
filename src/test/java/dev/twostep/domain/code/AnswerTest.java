package dev.twostep.domain.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

  private static final OneTimeCode CODE = OneTimeCode.ofNumber(123456, 6);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456",
        "123 456",
        "1 2 3 4 5 6",
        " 123456",
        "123456 ",
        "\t123456\r\n",
        "123-456",
        "123\u2011456",
        "123\u2013456",
        "123\u00a0456",
        "123\u202f456",
        "\u3000123456",
        "123\u200b456",
        "123\u2060456",
        "123\u00ad456",
        "\ufeff123456",
        "\u202e123456\u202c",
      })
  @DisplayName("A22 spaces, hyphens and what cannot be seen make no difference")
  @AbuseCase("A22")
  void whatPeopleAddMakesNoDifference(String typed) {
    assertThat(CODE.matches(Answer.typed(typed))).isTrue();
    assertThat(Answer.typed(typed).text()).isEqualTo("123456");
  }

  @Test
  @DisplayName("A23 the digits of every script are folded to one spelling")
  @AbuseCase("A23")
  void theDigitsOfEveryScriptAreFolded() {
    List<Integer> zeros =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(c -> Character.isDigit(c) && Character.digit(c, 10) == 0)
            .boxed()
            .toList();

    assertThat(zeros).contains((int) '0', 0x660, 0x6f0, 0x966, 0xff10, 0x1d7ce);
    assertThat(zeros).allSatisfy(zero -> assertThat(spelled(zero).text()).isEqualTo("123456"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "null",
        "1e6",
        "1234567",
        "12345",
        "0123456",
        "123456\u0000",
        "123456😀",
        "½23456",
        "①23456",
        "12345６７",
        "+123456",
        "0x1e240",
        "' or 1=1",
        "\ud800",
      })
  @DisplayName("A24 anything else is just wrong")
  @AbuseCase("A24")
  void anythingElseIsWrong(String typed) {
    assertThat(CODE.matches(Answer.typed(typed))).isFalse();
    assertThat(Answer.typed(typed).isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "\u200b\u00a0\n", "– –"})
  void nothingTypedIsEmpty(String typed) {
    assertThat(Answer.typed(typed).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", " ", "😀", "\u0661", "\u200b"})
  @DisplayName("A24 a megabyte costs no more than a line")
  @AbuseCase("A24")
  void aMegabyteCostsNoMoreThanALine(String character) {
    String megabyte = character.repeat(1_000_000);
    assertThat(CODE.matches(Answer.typed(megabyte))).isFalse();

    long before = allocated();
    Answer answer = Answer.typed(megabyte);
    long cost = allocated() - before;

    assertThat(cost).isLessThan(100_000);
    assertThat(answer.text().length()).isLessThanOrEqualTo(128);
  }

  @Property(tries = 500)
  @AbuseCase("A22")
  void aLongerAnswerIsNeverCutToARightOne(@ForAll("spaces") int spaces) {
    String padded = "123456" + " ".repeat(spaces);

    assertThat(CODE.matches(Answer.typed(padded))).isTrue();
    assertThat(CODE.matches(Answer.typed(padded + "7"))).isFalse();
  }

  @Provide
  Arbitrary<Integer> spaces() {
    return Arbitraries.integers().between(0, 2_000);
  }

  @Property(tries = 2000)
  @AbuseCase("A24")
  void nothingTypedIsAnException(@ForAll String typed) {
    Answer answer = Answer.typed(typed);

    assertThat(answer.text().codePointCount(0, answer.text().length())).isLessThanOrEqualTo(64);
    assertThat(CODE.matches(answer)).isEqualTo(answer.text().equals("123456"));
  }

  private static Answer spelled(int zero) {
    StringBuilder typed = new StringBuilder();
    IntStream.rangeClosed(1, 6).forEach(digit -> typed.appendCodePoint(zero + digit));
    return Answer.typed(typed.toString());
  }

  private static long allocated() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
