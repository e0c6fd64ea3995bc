package dev.twostep.bench;

import java.util.List;
import java.util.Locale;

/** How much longer Keycloak takes to start with the jar, in pairs of starts; and the jar's size. */
record StartReport(List<Pair> pairs, JarSize jar) {

  private static final double SECONDS_ADDED = 0.5;
  private static final double MEGABYTES = 24;
  private static final double MEGABYTES_WITHOUT_DECODER = 12;

  /** Seconds of two starts, one soon after the other. */
  record Pair(double without, double with) {}

  String markdown() {
    Spread added = new Spread(pairs.stream().map(pair -> pair.with() - pair.without()).toList());
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT, "%d pairs of starts. %s\n\n", pairs.size(), Machine.description()));
    text.append("| start until ready | seconds (quartiles) |\n|---|---|\n");
    row(text, "Keycloak", new Spread(pairs.stream().map(Pair::without).toList()));
    row(text, "Keycloak with Twostep", new Spread(pairs.stream().map(Pair::with).toList()));
    row(text, "added, inside a pair", added);
    text.append("\n");
    text.append(new Bar("start-up, seconds added", added.median(), SECONDS_ADDED));
    text.append(
        new Bar(
            "jar without the decoder, MB", jar.withoutDecoder() / 1e6, MEGABYTES_WITHOUT_DECODER));
    text.append(new Bar("jar, MB", jar.whole() / 1e6, MEGABYTES));
    return text.toString();
  }

  private static void row(StringBuilder text, String what, Spread seconds) {
    text.append("| " + what + " | " + seconds.withQuartiles("%.2f") + " |\n");
  }
}
