package dev.twostep.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the measurements where they are read: a CSV file, a table, the manual's page. */
final class Report {

  private static final String BEGIN = "<!-- logins:begin -->";
  private static final String END = "<!-- logins:end -->";

  private final Settings settings;
  private final List<Measurement> measurements;
  private final Map<Variant, Statements> statements;

  Report(Settings settings, List<Measurement> measurements, Map<Variant, Statements> statements) {
    this.settings = settings;
    this.measurements = measurements;
    this.statements = statements;
  }

  void writeCsv(Path file) {
    write(
        file,
        measurements.stream()
            .map(
                one ->
                    String.format(
                        Locale.ROOT,
                        "%d,%s,%d,%.4f",
                        one.round(),
                        one.variant().word(),
                        one.logins(),
                        one.millisPerLogin()))
            .collect(Collectors.joining("\n", "round,variant,logins,cpu_ms_per_login\n", "\n")));
  }

  /** Replaces the table of an earlier run. */
  void writeInto(Path page) {
    try {
      String text = Files.readString(page);
      int begin = text.indexOf(BEGIN);
      int end = text.indexOf(END);
      if (begin < 0 || end < begin) {
        throw new IllegalStateException(page + " has no place for the table: " + BEGIN);
      }
      write(page, text.substring(0, begin) + BEGIN + "\n" + markdown() + text.substring(end));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String markdown() {
    Figures figures = new Figures(measurements);
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d rounds of %d logins of each kind, after %d rounds that do not count. %s\n\n",
            settings.rounds(),
            settings.logins(),
            settings.warmUp(),
            Machine.description()));
    text.append(
        "| login | CPU ms | × password only | extra ms (quartiles) | extra ÷ Keycloak’s OTP form |"
            + " SQL statements | transactions |\n|---|---|---|---|---|---|---|\n");
    settings.variants().forEach(variant -> text.append(row(figures, variant)));
    return text.toString();
  }

  private String row(Figures figures, Variant variant) {
    Statements sql = statements.get(variant);
    return String.format(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.2f (%.2f to %.2f) | %.2f | %.1f | %.1f |\n",
        variant.label(),
        figures.median(variant),
        figures.timesPassword(variant),
        figures.extra(variant, 0.5),
        figures.extra(variant, 0.25),
        figures.extra(variant, 0.75),
        figures.timesKeycloaksForm(variant),
        sql == null ? Double.NaN : sql.queries(),
        sql == null ? Double.NaN : sql.transactions());
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
