package dev.twostep.domain.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What reading a realm's list of routes gave. */
public sealed interface ParsedRoutes {

  /** All of it could be read. */
  record Valid(Routes routes) implements ParsedRoutes {}

  /** Nothing may be sent by it: at least one line is wrong, and all wrong lines are named. */
  record Invalid(List<String> problems) implements ParsedRoutes {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }

  /** The most that one entry weighs. */
  int HEAVIEST = 1000;

  /**
   * Reads lines of the form {@code <gateway> [weight] [prefix …]}.
   *
   * @param known the gateways that the realm has
   */
  static ParsedRoutes of(String text, Collection<String> known) {
    List<Route> entries = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    String[] lines = text.split("\\R", -1);
    for (int number = 1; number <= lines.length; number++) {
      String line = lines[number - 1].strip();
      if (!line.isEmpty()) {
        try {
          entries.add(Line.read(line, known));
        } catch (IllegalArgumentException e) {
          problems.add("line " + number + ": " + e.getMessage());
        }
      }
    }
    if (entries.isEmpty() && problems.isEmpty()) {
      problems.add("no line names a gateway: remove the attribute to use all gateways");
    }
    return problems.isEmpty() ? new Valid(new Routes(entries)) : new Invalid(problems);
  }

  /** One line's words. */
  final class Line {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern PREFIX = Pattern.compile("\\+[1-9][0-9]{0,14}");

    private Line() {}

    private static Route read(String line, Collection<String> known) {
      List<String> words = List.of(line.split("\\s+"));
      String gateway = words.get(0);
      if (!known.contains(gateway)) {
        throw new IllegalArgumentException(
            "no gateway is called " + gateway + "; this realm has " + String.join(", ", known));
      }
      List<String> others = words.subList(1, words.size());
      boolean weighted = !others.isEmpty() && NUMBER.matcher(others.get(0)).matches();
      List<String> prefixes = weighted ? others.subList(1, others.size()) : others;
      for (String prefix : prefixes) {
        if (!PREFIX.matcher(prefix).matches()) {
          throw new IllegalArgumentException(
              "write gateway, weight, prefixes, such as: main 80 +49 +43; not " + prefix);
        }
      }
      return new Route(
          gateway,
          weighted ? OptionalInt.of(weight(others.get(0))) : OptionalInt.empty(),
          prefixes);
    }

    private static int weight(String word) {
      if (word.length() > 4 || Integer.parseInt(word) > HEAVIEST) {
        throw new IllegalArgumentException("a weight is a number from 0 to 1000, not " + word);
      }
      return Integer.parseInt(word);
    }
  }
}
