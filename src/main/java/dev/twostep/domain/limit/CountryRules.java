package dev.twostep.domain.limit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** To which countries text messages go. */
public record CountryRules(Map<String, Rule> named, Rule others) {

  /** What is done with a number of a country. */
  public enum Rule {
    ALLOW,
    /** Sent, and the administrators hear of it. */
    MONITOR,
    DISABLE
  }

  private static final String OTHERS = "*";
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}|\\*");

  public CountryRules {
    named = Map.copyOf(named);
  }

  public static CountryRules everywhere() {
    return new CountryRules(Map.of(), Rule.ALLOW);
  }

  /**
   * Reads {@code DE,AT,NL=monitor,*=disable}; empty is what cannot be read. Without {@code *}, a
   * list that allows countries means these only, and one that does not means all others.
   */
  public static Optional<CountryRules> parse(String text) {
    Map<String, Rule> named = new HashMap<>();
    for (String part : text.split(",", -1)) {
      String[] sides = part.strip().split("=", 2);
      String country = sides[0].strip().toUpperCase(Locale.ROOT);
      Optional<Rule> rule = rule(sides.length == 1 ? "allow" : sides[1].strip());
      if (!COUNTRY.matcher(country).matches() || rule.isEmpty() || named.containsKey(country)) {
        return Optional.empty();
      }
      named.put(country, rule.get());
    }
    Rule implied = named.containsValue(Rule.ALLOW) ? Rule.DISABLE : Rule.ALLOW;
    Rule said = named.remove(OTHERS);
    return Optional.of(new CountryRules(named, said == null ? implied : said));
  }

  private static Optional<Rule> rule(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "allow" -> Optional.of(Rule.ALLOW);
      case "monitor" -> Optional.of(Rule.MONITOR);
      case "disable" -> Optional.of(Rule.DISABLE);
      default -> Optional.empty();
    };
  }

  /** The rule of one country by its ISO code; a number of no country is one of the others. */
  public Rule of(String country) {
    return named.getOrDefault(country, others);
  }
}
