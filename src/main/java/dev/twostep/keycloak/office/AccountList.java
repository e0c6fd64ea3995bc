package dev.twostep.keycloak.office;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list of customer numbers and user names, as spreadsheets of several countries write it: UTF-8
 * or Windows-1252, with semicolons or commas, with a header or without. Read line by line.
 */
final class AccountList {

  /** As many characters as a user name, or a number, may have. */
  private static final int LONGEST_NAME = 255;

  private static final int LONGEST_NUMBER = 100;

  /**
   * One line.
   *
   * @param number as an editor counts them
   */
  record Line(long number, String customer, String user) {

    boolean isMalformed() {
      return user.isEmpty()
          || user.length() > LONGEST_NAME
          || customer.length() > LONGEST_NUMBER
          || (user + customer).chars().anyMatch(c -> c < ' ');
    }

    /** What can be written down of it, whatever it is. */
    Line shortened() {
      return new Line(number, cut(customer), cut(user));
    }

    private static String cut(String text) {
      return text.replace('\0', ' ').substring(0, Math.min(text.length(), LONGEST_NUMBER));
    }
  }

  private final String text;
  private final char separator;
  private final ListColumns columns;

  private AccountList(String text) {
    this.text = text;
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    this.separator = first.indexOf(';') < 0 && first.indexOf(',') >= 0 ? ',' : ';';
    this.columns = ListColumns.of(firstRecord());
  }

  static AccountList of(byte[] bytes) {
    return new AccountList(decoded(bytes));
  }

  /** How many lines name an account, or should. */
  int lines() {
    return (int) lines(records()).count();
  }

  /** To be closed. */
  Stream<Line> read() {
    return lines(records());
  }

  private Stream<Line> lines(Stream<CsvRecord> records) {
    return records
        .skip(columns.header() ? 1 : 0)
        .map(
            one ->
                new Line(
                    one.getStartingLineNumber(),
                    field(one, columns.customer()),
                    field(one, columns.user())));
  }

  private static String field(CsvRecord one, int column) {
    return column >= 0 && column < one.getFieldCount() ? one.getField(column).strip() : "";
  }

  private List<String> firstRecord() {
    try (Stream<CsvRecord> records = records()) {
      Iterator<CsvRecord> all = records.iterator();
      return all.hasNext() ? all.next().getFields() : List.of();
    }
  }

  private Stream<CsvRecord> records() {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .ofCsvRecord(text)
        .stream()
        .filter(one -> one.getFields().stream().anyMatch(field -> !field.isBlank()));
  }

  /** No text of Windows-1252 with an umlaut is UTF-8 by accident. */
  private static String decoded(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
