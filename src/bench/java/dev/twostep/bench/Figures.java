package dev.twostep.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Medians over the measured rounds. Differences are taken inside a round, then the median. */
final class Figures {

  private static final int RESAMPLES = 4000;

  private final Map<Variant, List<Measurement>> blocks;

  Figures(List<Measurement> measurements) {
    this.blocks =
        measurements.stream()
            .sorted(Comparator.comparingInt(Measurement::round))
            .collect(
                Collectors.groupingBy(Measurement::variant, TreeMap::new, Collectors.toList()));
  }

  /** CPU milliseconds of one login, a value for each round. */
  double[] millis(Variant variant) {
    return each(variant, Measurement::millisPerLogin);
  }

  /** CPU milliseconds of one login. */
  double median(Variant variant) {
    return quantile(millis(variant), 0.5);
  }

  /** Thousands of bytes that the server allocates for one login. */
  double kilobytes(Variant variant) {
    return quantile(each(variant, Measurement::kilobytesPerLogin), 0.5);
  }

  /** How long the logins took, one after another. */
  Latencies latencies(Variant variant) {
    Latencies all = new Latencies();
    blocks.getOrDefault(variant, List.of()).forEach(block -> all.addAll(block.latencies()));
    return all;
  }

  /** CPU milliseconds over a login by password only, at that quantile of the rounds. */
  double extra(Variant variant, double quantile) {
    return quantile(extras(variant), quantile);
  }

  /** The extra cost as a multiple of what another login adds. */
  double extraOver(Variant variant, Variant other) {
    return extra(variant, 0.5) / extra(other, 0.5);
  }

  /** The whole login as a multiple of one by password only. */
  double timesPassword(Variant variant) {
    return 1 + extra(variant, 0.5) / median(Variant.PASSWORD);
  }

  /**
   * Where {@link #extraOver} lies with a probability of 95 %: rounds are drawn anew, with
   * repetition, the same ones for both.
   */
  Interval extraOverInterval(Variant variant, Variant other) {
    double[] above = extras(variant);
    double[] below = extras(other);
    if (above.length == 0 || above.length != below.length) {
      return new Interval(Double.NaN, Double.NaN);
    }
    Random random = new Random(1);
    double[] ratios = new double[RESAMPLES];
    for (int n = 0; n < RESAMPLES; n++) {
      int[] rounds = random.ints(above.length, 0, above.length).toArray();
      ratios[n] = median(above, rounds) / median(below, rounds);
    }
    return new Interval(quantile(ratios, 0.025), quantile(ratios, 0.975));
  }

  /** From where to where. */
  record Interval(double from, double to) {}

  private double[] extras(Variant variant) {
    double[] own = millis(variant);
    double[] base = millis(Variant.PASSWORD);
    Arrays.setAll(own, n -> n < base.length ? own[n] - base[n] : Double.NaN);
    return own;
  }

  private double[] each(Variant variant, ToDoubleFunction<Measurement> figure) {
    return blocks.getOrDefault(variant, List.of()).stream().mapToDouble(figure).toArray();
  }

  private static double median(double[] values, int[] places) {
    return quantile(Arrays.stream(places).mapToDouble(place -> values[place]).toArray(), 0.5);
  }

  private static double quantile(double[] values, double quantile) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = quantile * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] * (1 - place + below) + sorted[above] * (place - below);
  }
}
