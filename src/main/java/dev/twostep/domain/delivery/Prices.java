package dev.twostep.domain.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What a text message costs by which gateway and to where; what is not listed costs nothing. */
public record Prices(List<Line> lines) {

  private static final String ANY = "*";
  private static final Pattern GATEWAY = Pattern.compile("[a-z0-9-]{1,36}|\\*");
  private static final Pattern PREFIX = Pattern.compile("\\+?[0-9]{1,14}|\\*");

  /** One price, in millionths; an empty prefix is everywhere. */
  public record Line(String gateway, String prefix, long price) {

    private boolean matches(String by, String number) {
      return (gateway.equals(ANY) || gateway.equals(by)) && number.startsWith(prefix);
    }
  }

  public Prices {
    lines = List.copyOf(lines);
  }

  public static Prices none() {
    return new Prices(List.of());
  }

  /**
   * Reads lines of {@code <gateway> <prefix or *> <price>}, ended by line breaks or semicolons;
   * empty is what cannot be read.
   */
  public static Optional<Prices> parse(String text) {
    List<Line> lines = new ArrayList<>();
    for (String line : text.split("[\\r\\n;]+", -1)) {
      if (line.isBlank()) {
        continue;
      }
      Optional<Line> read = line(line.strip().split("\\s+", -1));
      if (read.isEmpty()) {
        return Optional.empty();
      }
      lines.add(read.get());
    }
    return Optional.of(new Prices(lines));
  }

  private static Optional<Line> line(String[] words) {
    if (words.length != 3
        || !GATEWAY.matcher(words[0]).matches()
        || !PREFIX.matcher(words[1]).matches()) {
      return Optional.empty();
    }
    OptionalLong price = Money.parse(words[2]);
    String prefix = words[1].equals(ANY) ? "" : "+" + words[1].replace("+", "");
    return price.isEmpty()
        ? Optional.empty()
        : Optional.of(new Line(words[0], prefix, price.getAsLong()));
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The price of the longest prefix of that gateway; if two lines say it, the higher one. */
  public long of(String gateway, String number) {
    List<Line> matching = lines.stream().filter(line -> line.matches(gateway, number)).toList();
    int longest = matching.stream().mapToInt(line -> line.prefix().length()).max().orElse(0);
    return matching.stream()
        .filter(line -> line.prefix().length() == longest)
        .mapToLong(Line::price)
        .max()
        .orElse(0);
  }

  /** What it may cost at most, whichever of the gateways takes it in the end. */
  public long highest(Collection<String> gateways, String number) {
    return gateways.stream().mapToLong(gateway -> of(gateway, number)).max().orElse(0);
  }
}
