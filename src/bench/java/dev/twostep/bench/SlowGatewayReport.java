package dev.twostep.bench;

import dev.twostep.bench.SlowRound.Seen;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a slow gateway changes.
 *
 * @param threads most threads of the extension seen at once
 * @param held most transactions seen at once that were open for more than two seconds
 * @param lost logins that did not end with a code for the client, of so many
 */
record SlowGatewayReport(List<SlowRound> rounds, int threads, long held, int lost, int logins) {

  private static final double MOST = 1.2;

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d rounds, each with both gateways by turns. %s\n\n",
            rounds.size(),
            Machine.description()));
    text.append(
        "| | gateway at once, ms | gateway at 5 s, ms | ratio | ratio inside a round, median"
            + " (quartiles) |\n|---|---|---|---|---|\n");
    row(text, "page that asks for the code, p99", Seen::pages, 0.99);
    row(text, "the same, p50", Seen::pages, 0.5);
    row(text, "whole logins of others, p99", Seen::others, 0.99);
    row(text, "the same, p50", Seen::others, 0.5);
    text.append(
        String.format(
            Locale.ROOT,
            "\n%d pages and %d logins of others with the slow gateway. Threads named `twostep-…`, most seen: %d."
                + " Transactions open for more than 2 s, most seen: %d. Logins lost: %d of %d.\n\n",
            all(Seen::pages, SlowRound::slow).count(),
            all(Seen::others, SlowRound::slow).count(),
            threads,
            held,
            lost,
            logins));
    text.append(
        new Bar("others’ p99, slow ÷ at once", inRounds(Seen::others, 0.99).median(), MOST));
    text.append(
        new Bar("code page’s p99, slow ÷ at once", inRounds(Seen::pages, 0.99).median(), MOST));
    text.append(new Bar("logins lost", lost, 0));
    return text.toString();
  }

  private void row(
      StringBuilder text, String what, Function<Seen, Latencies> which, double quantile) {
    double quick = all(which, SlowRound::quick).millis(quantile);
    double slow = all(which, SlowRound::slow).millis(quantile);
    text.append(
        String.format(
            Locale.ROOT,
            "| %s | %.0f | %.0f | %.2f | %s |\n",
            what,
            quick,
            slow,
            slow / quick,
            inRounds(which, quantile).withQuartiles("%.2f")));
  }

  private Latencies all(Function<Seen, Latencies> which, Function<SlowRound, Seen> gateway) {
    Latencies all = new Latencies();
    rounds.forEach(round -> all.addAll(which.apply(gateway.apply(round))));
    return all;
  }

  private Spread inRounds(Function<Seen, Latencies> which, double quantile) {
    return new Spread(
        rounds.stream()
            .map(
                round ->
                    which.apply(round.slow()).millis(quantile)
                        / which.apply(round.quick()).millis(quantile))
            .toList());
  }
}
