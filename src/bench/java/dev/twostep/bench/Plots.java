package dev.twostep.bench;

import dev.twostep.bench.Arrivals.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The measurements as pictures for the manual's page. */
record Plots(Figures figures, Settings settings, Map<Variant, Outcome> arrived) {

  private static final Map<String, String> PICTURES =
      Map.of(
          "logins-cpu",
          "CPU milliseconds of a login of each kind: median and quartiles over the rounds",
          "logins-extra",
          "Extra CPU of each kind of login over that of Keycloak’s OTP form, with the bars",
          "logins-arriving",
          "How long whole logins take that arrive at a steady rate",
          "logins-rounds",
          "CPU milliseconds of a login in each round");

  /** The pictures, as the page shows them. */
  static String markdown() {
    return PICTURES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(one -> "![" + one.getValue() + "](performance/" + one.getKey() + ".svg)\n")
        .collect(Collectors.joining("\n"));
  }

  void writeInto(Path folder) {
    Map<String, Chart<?, ?>> charts = new LinkedHashMap<>();
    charts.put("logins-cpu", cpu());
    charts.put("logins-rounds", rounds());
    if (settings.variants().containsAll(List.of(Variant.PASSWORD, Variant.KEYCLOAK_OTP))) {
      charts.put("logins-extra", extra());
    }
    if (!arrived.isEmpty()) {
      charts.put("logins-arriving", arriving());
    }
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, Chart<?, ?>> chart : charts.entrySet()) {
        Canvas.write(chart.getValue(), folder.resolve(chart.getKey() + ".svg"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BoxChart cpu() {
    BoxChart chart = Canvas.boxes("CPU ms per login");
    settings
        .variants()
        .forEach(variant -> chart.addSeries(Canvas.name(variant), figures.millis(variant)));
    return chart;
  }

  private XYChart rounds() {
    XYChart chart = Canvas.lines("round", "CPU ms per login");
    for (Variant variant : settings.variants()) {
      chart.addSeries(Canvas.name(variant), figures.millis(variant)).setMarker(SeriesMarkers.NONE);
    }
    return chart;
  }

  private CategoryChart extra() {
    CategoryChart chart = Canvas.marked("extra CPU ÷ Keycloak’s OTP form (red: bar, black: 95 %)");
    List<Variant> shown =
        settings.variants().stream().filter(variant -> variant != Variant.PASSWORD).toList();
    ExtraSeries series = new ExtraSeries(figures, shown);
    chart.addSeries("measured", Canvas.names(shown), series.measured());
    Canvas.ticks(chart, "95 % from", Canvas.names(shown), series.from());
    Canvas.ticks(chart, "95 % to", Canvas.names(shown), series.to());
    Canvas.broadTicks(chart, "bar", Canvas.names(shown), series.bars());
    return chart;
  }

  private CategoryChart arriving() {
    Settings.Arrivals arrivals = settings.arrivals();
    CategoryChart chart =
        Canvas.bars(
            String.format(Locale.ROOT, "ms per login, %.0f logins a second", arrivals.perSecond()));
    Map<String, Double> quantiles = new LinkedHashMap<>();
    quantiles.put("p50", 0.5);
    quantiles.put("p95", 0.95);
    quantiles.put("p99", 0.99);
    quantiles.forEach(
        (name, quantile) ->
            chart.addSeries(
                name,
                Canvas.names(settings.variants()),
                settings.variants().stream()
                    .map(variant -> arrived.get(variant).latencies().millis(quantile))
                    .toList()));
    return chart;
  }
}
