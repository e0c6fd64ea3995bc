package dev.twostep.keycloak.office;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * CSV for spreadsheets: UTF-8 with a mark that says so, semicolons, and no text that they would
 * take for a formula.
 */
final class Sheet implements AutoCloseable {

  private static final String FORMULA = "=+-@\t\r";

  private final CsvWriter csv;

  Sheet(OutputStream to, String... columns) throws IOException {
    to.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
    this.csv = CsvWriter.builder().fieldSeparator(';').build(to, StandardCharsets.UTF_8);
    csv.writeRecord(columns);
  }

  void row(String... fields) {
    csv.writeRecord(Arrays.stream(fields).map(Sheet::harmless).toList());
  }

  static String harmless(String field) {
    return !field.isEmpty() && FORMULA.indexOf(field.charAt(0)) >= 0 ? "'" + field : field;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
