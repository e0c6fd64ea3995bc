package dev.twostep.bench;

import dev.twostep.bench.Arrivals.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the measurements where they are read: a CSV file, and tables for the manual's page. */
final class Report {

  private final Settings settings;
  private final List<Measurement> measurements;
  private final Figures figures;
  private final Map<Variant, Statements> statements;
  private final Map<Variant, Outcome> arrived;

  Report(
      Settings settings,
      List<Measurement> measurements,
      Map<Variant, Statements> statements,
      Map<Variant, Outcome> arrived) {
    this.settings = settings;
    this.measurements = measurements;
    this.figures = new Figures(measurements);
    this.statements = statements;
    this.arrived = arrived;
  }

  void writeCsv(Path file) {
    String text =
        measurements.stream()
            .map(Report::csvLine)
            .collect(
                Collectors.joining(
                    "\n",
                    "round,variant,logins,cpu_ms_per_login,allocated_kb_per_login,p50_ms,p99_ms\n",
                    "\n"));
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String markdown() {
    return String.format(
            Locale.ROOT,
            "%d rounds of %d logins of each kind, after %d rounds that do not count. %s\n\n",
            settings.rounds(),
            settings.logins(),
            settings.warmUp(),
            Machine.description())
        + new Verdicts(figures, statements).markdown()
        + "\nIn brackets: the interval that holds the ratio with a probability of 95 % (bootstrap"
        + " over the rounds).\n\n"
        + new LoginTable(figures, statements, arrived).markdown(settings)
        + "\n"
        + Plots.markdown();
  }

  private static String csvLine(Measurement one) {
    return String.format(
        Locale.ROOT,
        "%d,%s,%d,%.4f,%.1f,%.2f,%.2f",
        one.round(),
        one.variant().word(),
        one.logins(),
        one.millisPerLogin(),
        one.kilobytesPerLogin(),
        one.latencies().millis(0.5),
        one.latencies().millis(0.99));
  }
}
