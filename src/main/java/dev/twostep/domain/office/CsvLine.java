package dev.twostep.domain.office;

import java.util.Arrays;
import java.util.stream.Collectors;

/** One line of a list that people open with a spreadsheet program. */
public final class CsvLine {

  /** Tells spreadsheet programs that the file is UTF-8; goes before the first line. */
  public static final String MARK = "\uFEFF";

  /** What makes a cell a formula in some program. */
  private static final String FORMULAS = "=+-@\t\r";

  private CsvLine() {}

  /** Every cell quoted, parted by semicolons, with its end of line. */
  public static String of(String... cells) {
    return Arrays.stream(cells).map(CsvLine::cell).collect(Collectors.joining(";", "", "\r\n"));
  }

  /** A quote before what would be a formula: programs then show it as the text that it is. */
  private static String cell(String text) {
    String plain = text.replaceAll("[\\r\\n]+", " ");
    boolean formula = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + plain.replace("\"", "\"\"") + "\"";
  }
}
