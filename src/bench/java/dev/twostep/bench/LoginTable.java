package dev.twostep.bench;

import dev.twostep.bench.Arrivals.Outcome;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Two tables with a row for each kind of login: what it costs the server, and how long it takes.
 */
record LoginTable(
    Figures figures, Map<Variant, Statements> statements, Map<Variant, Outcome> arrived) {

  String markdown(Settings settings) {
    String costs =
        settings.variants().stream()
            .map(this::cost)
            .collect(
                Collectors.joining(
                    "",
                    "| login | CPU ms | × password only | extra ms (quartiles)"
                        + " | extra ÷ Keycloak’s OTP form (95 %) | allocated kB | SQL statements"
                        + " | transactions |\n|---|---|---|---|---|---|---|---|\n",
                    "\n"));
    String waits =
        settings.variants().stream()
            .map(this::wait)
            .collect(
                Collectors.joining(
                    "",
                    "| whole login, ms | one after another: p50, p95, p99"
                        + " | arriving: p50, p95, p99 | errors |\n|---|---|---|---|\n",
                    ""));
    Settings.Arrivals arrivals = settings.arrivals();
    return costs
        + String.format(
            Locale.ROOT,
            "Arriving: %d logins of a kind, %.0f a second, each at its time however long the ones"
                + " before take.\n\n",
            arrivals.logins(),
            arrivals.perSecond())
        + waits;
  }

  private String cost(Variant variant) {
    Statements sql = statements.getOrDefault(variant, new Statements(Double.NaN, Double.NaN));
    Figures.Interval interval = figures.extraOverInterval(variant, Variant.KEYCLOAK_OTP);
    return String.format(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.2f (%.2f to %.2f) | %.2f (%.2f to %.2f) | %.0f | %.1f | %.1f |\n",
        variant.label(),
        figures.median(variant),
        figures.timesPassword(variant),
        figures.extra(variant, 0.5),
        figures.extra(variant, 0.25),
        figures.extra(variant, 0.75),
        figures.extraOver(variant, Variant.KEYCLOAK_OTP),
        interval.from(),
        interval.to(),
        figures.kilobytes(variant),
        sql.queries(),
        sql.transactions());
  }

  private String wait(Variant variant) {
    Outcome outcome = arrived.get(variant);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s |\n",
        variant.label(),
        quantiles(figures.latencies(variant)),
        outcome == null ? "" : quantiles(outcome.latencies()),
        outcome == null ? "" : Long.toString(outcome.errors()));
  }

  private static String quantiles(Latencies latencies) {
    return String.format(
        Locale.ROOT,
        "%.1f, %.1f, %.1f",
        latencies.millis(0.5),
        latencies.millis(0.95),
        latencies.millis(0.99));
  }
}
