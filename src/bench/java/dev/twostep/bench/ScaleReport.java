package dev.twostep.bench;

import dev.twostep.bench.ScaleLogin.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The large realm over the small one, inside each round; of that the medians. */
record ScaleReport(List<Map<ScaleLogin, Double>> rounds, Map<ScaleLogin, Statements> statements) {

  private static final double MOST = 1.1;

  String markdown(int warmUp) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d rounds of %d logins of each kind in each realm, after %d that do not count. %s\n\n",
            rounds.size(),
            ScaleBlocks.LOGINS,
            warmUp,
            Machine.description()));
    text.append(
        "| login | small: CPU ms | large: CPU ms | large ÷ small (quartiles) | small: SQL |"
            + " large: SQL |\n|---|---|---|---|---|---|\n");
    for (Kind kind : Kind.values()) {
      text.append(row(kind));
    }
    text.append(
        "\nTwostep’s own part, its login less the password’s in the same realm and round:\n\n");
    text.append("| login | small: extra ms | large: extra ms |\n|---|---|---|\n");
    for (Kind kind : List.of(Kind.APP, Kind.SMS)) {
      text.append("| " + kind.label() + " | " + extra(RealmSize.SMALL, kind) + " | ");
      text.append(extra(RealmSize.LARGE, kind) + " |\n");
    }
    text.append("\n");
    for (Kind kind : Kind.values()) {
      text.append(new Bar(kind.label() + ", large ÷ small", ratio(kind).median(), MOST));
    }
    return text.toString();
  }

  private String row(Kind kind) {
    ScaleLogin small = new ScaleLogin(RealmSize.SMALL, kind);
    ScaleLogin large = new ScaleLogin(RealmSize.LARGE, kind);
    return String.format(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %s | %.1f | %.1f |\n",
        kind.label(),
        over(round -> round.get(small)).median(),
        over(round -> round.get(large)).median(),
        ratio(kind).withQuartiles("%.2f"),
        statements.get(small).queries(),
        statements.get(large).queries());
  }

  private Spread ratio(Kind kind) {
    return over(
        round ->
            round.get(new ScaleLogin(RealmSize.LARGE, kind))
                / round.get(new ScaleLogin(RealmSize.SMALL, kind)));
  }

  private String extra(RealmSize size, Kind kind) {
    return over(round ->
            round.get(new ScaleLogin(size, kind)) - round.get(new ScaleLogin(size, Kind.PASSWORD)))
        .withQuartiles("%.2f");
  }

  private Spread over(ToDoubleFunction<Map<ScaleLogin, Double>> figure) {
    return new Spread(rounds.stream().map(figure::applyAsDouble).toList());
  }
}
