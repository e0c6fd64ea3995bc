package dev.twostep.bench;

import java.util.Collection;
import java.util.Locale;

/** Figures of many rounds, summed up by their quantiles. */
final class Spread {

  private final double[] sorted;

  Spread(Collection<Double> values) {
    this.sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  double median() {
    return quantile(0.5);
  }

  /** Between two values that quantile has a share of both. */
  double quantile(double quantile) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = quantile * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
  }

  /** The median, and the quartiles in brackets. */
  String withQuartiles(String format) {
    return String.format(
        Locale.ROOT,
        format + " (" + format + " to " + format + ")",
        median(),
        quantile(0.25),
        quantile(0.75));
  }
}
