package dev.twostep.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Medians over the measured rounds. Differences are taken inside a round, then the median. */
final class Figures {

  private final Map<Variant, Map<Integer, Double>> millis;

  Figures(List<Measurement> measurements) {
    this.millis =
        measurements.stream()
            .collect(
                Collectors.groupingBy(
                    Measurement::variant,
                    Collectors.toMap(Measurement::round, Measurement::millisPerLogin)));
  }

  /** CPU milliseconds of one login. */
  double median(Variant variant) {
    return quantile(values(variant, own -> own.getValue()), 0.5);
  }

  /** CPU milliseconds over a login by password only, at that quantile of the rounds. */
  double extra(Variant variant, double quantile) {
    Map<Integer, Double> base = millis.getOrDefault(Variant.PASSWORD, Map.of());
    return quantile(
        values(variant, own -> own.getValue() - base.getOrDefault(own.getKey(), Double.NaN)),
        quantile);
  }

  /** The extra cost as a multiple of what Keycloak's own OTP form adds. */
  double timesKeycloaksForm(Variant variant) {
    return extra(variant, 0.5) / extra(Variant.KEYCLOAK_OTP, 0.5);
  }

  /** The whole login as a multiple of one by password only. */
  double timesPassword(Variant variant) {
    return 1 + extra(variant, 0.5) / median(Variant.PASSWORD);
  }

  private double[] values(Variant variant, Function<Map.Entry<Integer, Double>, Double> figure) {
    return millis.getOrDefault(variant, Map.of()).entrySet().stream()
        .mapToDouble(figure::apply)
        .sorted()
        .toArray();
  }

  private static double quantile(double[] sorted, double quantile) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = quantile * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return DoubleStream.of(sorted[below] * (1 - place + below), sorted[above] * (place - below))
        .sum();
  }
}
