package dev.twostep.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a login may cost, next to what it does. Computed from the rounds, never typed. */
record Verdicts(Figures figures, Map<Variant, Statements> statements) {

  /** A bar on the extra cost, as a multiple of another login's. */
  record Bar(Variant variant, Variant measure, double most) {}

  static final List<Bar> BARS =
      List.of(
          new Bar(Variant.TWOSTEP_TOTP, Variant.KEYCLOAK_OTP, 1.15),
          new Bar(Variant.TWOSTEP_SMS, Variant.KEYCLOAK_OTP, 1.4),
          new Bar(Variant.TWOSTEP_EMAIL, Variant.KEYCLOAK_OTP, 1.6),
          new Bar(Variant.TWOSTEP_DEVICE, Variant.SECOND_FORM, 1));

  private static final double MOST_WITHOUT_BEING_ASKED = 1.05;

  String markdown() {
    return Stream.concat(
            Stream.of(unasked(), unaskedSql()).flatMap(Optional::stream),
            BARS.stream().map(this::extra).flatMap(Optional::stream))
        .collect(Collectors.joining("", "| what | bar | measured | |\n|---|---|---|---|\n", ""));
  }

  private Optional<String> unasked() {
    double times = figures.timesPassword(Variant.TWOSTEP_OFF);
    return Double.isNaN(times)
        ? Optional.empty()
        : Optional.of(
            row(
                Variant.TWOSTEP_OFF.label() + ": CPU",
                String.format(Locale.ROOT, "≤ %.2f × password only", MOST_WITHOUT_BEING_ASKED),
                String.format(Locale.ROOT, "%.2f", times),
                times <= MOST_WITHOUT_BEING_ASKED));
  }

  private Optional<String> unaskedSql() {
    Statements own = statements.get(Variant.TWOSTEP_OFF);
    Statements base = statements.get(Variant.PASSWORD);
    if (own == null || base == null) {
      return Optional.empty();
    }
    double more = own.queries() - base.queries();
    return Optional.of(
        row(
            Variant.TWOSTEP_OFF.label() + ": SQL statements",
            "0 more than password only",
            String.format(Locale.ROOT, "%.1f", more + 0.0),
            more < 0.05));
  }

  private Optional<String> extra(Bar bar) {
    double times = figures.extraOver(bar.variant(), bar.measure());
    if (Double.isNaN(times)) {
      return Optional.empty();
    }
    Figures.Interval interval = figures.extraOverInterval(bar.variant(), bar.measure());
    return Optional.of(
        row(
            bar.variant().label() + ": extra CPU",
            String.format(Locale.ROOT, "≤ %.2f × “%s”", bar.most(), bar.measure().label()),
            String.format(
                Locale.ROOT, "%.2f (%.2f to %.2f)", times, interval.from(), interval.to()),
            times <= bar.most()));
  }

  private static String row(String what, String bar, String measured, boolean met) {
    return "| "
        + what
        + " | "
        + bar
        + " | "
        + measured
        + " | "
        + (met ? "met" : "**not met**")
        + " |\n";
  }
}
