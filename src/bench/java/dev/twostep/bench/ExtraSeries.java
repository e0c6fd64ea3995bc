package dev.twostep.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Extra cost of each kind of login in units of Keycloak's own OTP form; the bars, too. */
record ExtraSeries(Figures figures, List<Variant> variants) {

  List<Double> measured() {
    return each(variant -> figures.extraOver(variant, Variant.KEYCLOAK_OTP));
  }

  List<Double> from() {
    return each(variant -> figures.extraOverInterval(variant, Variant.KEYCLOAK_OTP).from());
  }

  List<Double> to() {
    return each(variant -> figures.extraOverInterval(variant, Variant.KEYCLOAK_OTP).to());
  }

  /** Not a number where there is none. */
  List<Double> bars() {
    return each(
        variant ->
            Verdicts.BARS.stream()
                .filter(bar -> bar.variant() == variant)
                .mapToDouble(
                    bar -> bar.most() * figures.extraOver(bar.measure(), Variant.KEYCLOAK_OTP))
                .findFirst()
                .orElse(Double.NaN));
  }

  private List<Double> each(ToDoubleFunction<Variant> figure) {
    return variants.stream().map(figure::applyAsDouble).toList();
  }
}
