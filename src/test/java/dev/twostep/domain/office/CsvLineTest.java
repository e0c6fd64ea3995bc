package dev.twostep.domain.office;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

  @Test
  void quotesEveryCell() {
    assertThat(CsvLine.of("a", "b;c", "say \"d\"", ""))
        .isEqualTo("\"a\";\"b;c\";\"say \"\"d\"\"\";\"\"\r\n");
  }

  @Test
  void isOneLineWhateverACellHolds() {
    assertThat(CsvLine.of("one\r\ntwo", "three\nfour")).isEqualTo("\"one two\";\"three four\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+49", "-1", "@SUM(A1)", "\t=1", "\r=1"})
  void aFormulaIsText(String cell) {
    assertThat(CsvLine.of(cell)).startsWith("\"'");
  }

  @Test
  void whatIsNoFormulaStaysAsItIs() {
    assertThat(CsvLine.of("a=b", "O’Neill - Co")).isEqualTo("\"a=b\";\"O’Neill - Co\"\r\n");
  }
}
