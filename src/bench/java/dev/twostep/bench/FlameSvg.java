package dev.twostep.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** A flame graph as a picture that needs no script; a method's name and share are its tooltip. */
final class FlameSvg {

  private static final double WIDTH = 1400;
  private static final double LINE = 15;
  private static final double TOP = 46;
  private static final double LETTER = 6.3;
  private static final double LEAST_SHARE = 0.003;

  private final String title;
  private final Flame all;
  private final long least;
  private final int depth;
  private final StringBuilder svg = new StringBuilder();

  FlameSvg(String title, Flame all) {
    this.title = title;
    this.all = all;
    this.least = Math.max(1, (long) Math.ceil(all.samples() * LEAST_SHARE));
    this.depth = all.depth(least);
  }

  String text() {
    double height = TOP + depth * LINE + 6;
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\""
            + " font-family=\"sans-serif\" font-size=\"11\">",
        WIDTH, height);
    line("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
    line(
        "<text x=\"6\" y=\"16\" font-size=\"14\">%s: %d samples</text>",
        escaped(title), all.samples());
    legend();
    draw(all, 0, 0);
    return svg.append("</svg>\n").toString();
  }

  private void legend() {
    double x = 6;
    for (Owner owner : Owner.values()) {
      line("<rect x=\"%.0f\" y=\"25\" width=\"12\" height=\"12\" fill=\"%s\"/>", x, owner.colour());
      line("<text x=\"%.0f\" y=\"35\">%s</text>", x + 16, owner.label());
      x += 34 + owner.label().length() * LETTER;
    }
  }

  /** The outermost call is at the bottom. */
  private void draw(Flame flame, double x, int level) {
    double width = WIDTH * flame.samples() / all.samples();
    double y = TOP + (depth - 1 - level) * LINE;
    String name = flame.method();
    line(
        "<g><title>%s: %d samples, %.1f %%</title><rect x=\"%.1f\" y=\"%.0f\" width=\"%.1f\""
            + " height=\"%.0f\" fill=\"%s\" stroke=\"#ffffff\" stroke-width=\"0.5\"/>",
        escaped(name),
        flame.samples(),
        100.0 * flame.samples() / all.samples(),
        x,
        y,
        width,
        LINE,
        Owner.of(name).colour());
    String shown = shortened(name, width);
    if (!shown.isEmpty()) {
      line("<text x=\"%.1f\" y=\"%.0f\">%s</text>", x + 2, y + 11, escaped(shown));
    }
    line("</g>");
    for (Flame call : flame.calls()) {
      if (call.samples() >= least) {
        draw(call, x, level + 1);
      }
      x += WIDTH * call.samples() / all.samples();
    }
  }

  /** Class and method without the package, or nothing where not even a few letters fit. */
  private static String shortened(String name, double width) {
    int method = name.lastIndexOf('.');
    String plain = method < 0 ? name : name.substring(name.lastIndexOf('.', method - 1) + 1);
    int letters = (int) ((width - 4) / LETTER);
    if (letters < 4) {
      return "";
    }
    return plain.length() <= letters ? plain : plain.substring(0, letters - 1) + "…";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void line(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** Whose code a frame is. */
  private enum Owner {
    TWOSTEP("Twostep", "#f4a259", "dev[.]twostep[.]"),
    KEYCLOAK("Keycloak", "#8cb9de", "org[.]keycloak[.]"),
    DATABASE(
        "Hibernate, JDBC, transactions",
        "#a8d5a2",
        "(org[.]hibernate|org[.]postgresql|io[.]agroal|com[.]arjuna|jakarta[.]persistence|java[.]sql)[.]"),
    OTHERS("everything else", "#dddddd", "");

    private final String label;
    private final String colour;
    private final Pattern start;

    Owner(String label, String colour, String start) {
      this.label = label;
      this.colour = colour;
      this.start = Pattern.compile(start);
    }

    String label() {
      return label;
    }

    String colour() {
      return colour;
    }

    static Owner of(String method) {
      return Arrays.stream(values())
          .filter(owner -> owner.start.matcher(method).lookingAt())
          .findFirst()
          .orElse(OTHERS);
    }
  }
}
