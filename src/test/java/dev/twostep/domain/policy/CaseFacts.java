package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the columns of the table of cases. Rules: {@code realm requirement=required; group 2 sales
 * factors=sms,totp; app payroll requirement=required; state=observe}. User: {@code choice=on
 * has=totp,sms standing=2026-11-20/2 prefers=sms proven=sms@3 passkey-login change level=4
 * trust=10/passcode unlocked changed}.
 */
final class CaseFacts {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private CaseFacts() {}

  static LoginFacts of(String rules, String user) {
    Map<String, String> words = words(user == null ? "" : user);
    Subject subject =
        new Subject(
            Choice.parse(words.get("choice")),
            kinds(words.getOrDefault("has", "")),
            Optional.ofNullable(words.get("standing")).map(CaseFacts::grace),
            Optional.ofNullable(words.get("prefers")).flatMap(FactorKind::of));
    Moment moment =
        new Moment(
            NOW,
            Optional.ofNullable(words.get("proven")).map(CaseFacts::proof),
            words.containsKey("passkey-login"),
            new Demand(
                words.containsKey("change"), Integer.parseInt(words.getOrDefault("level", "0"))),
            new Browser(
                Optional.ofNullable(words.get("trust")).map(CaseFacts::trust),
                words.containsKey("unlocked"),
                words.containsKey("changed")));
    return new LoginFacts(rulebook(rules == null ? "" : rules), subject, moment);
  }

  /** {@code proven} an hour ago, or {@code proven=sms@3} three minutes ago. */
  private static Proof proof(String text) {
    String[] parts = text.equals("proven") ? new String[] {"sms", "60"} : text.split("@", -1);
    return new Proof(
        FactorKind.of(parts[0]).orElseThrow(), NOW.minusSeconds(60 * Long.parseLong(parts[1])));
  }

  /** {@code trust=10} ten days ago, {@code trust=10/passcode} with a passcode. */
  private static Trust trust(String text) {
    String[] parts = text.split("/", -1);
    return new Trust(NOW.minusSeconds(86_400 * Long.parseLong(parts[0])), parts.length > 1);
  }

  private static Rulebook rulebook(String text) {
    StateSetting state = StateSetting.parse(null);
    List<ScopeLayer> layers = new ArrayList<>();
    Optional<ScopeLayer> application = Optional.empty();
    Map<String, String> ofRealm = new HashMap<>();
    Map<String, String> ofApplication = new HashMap<>();
    for (String rule : text.split(";", -1)) {
      String[] parts = rule.strip().split(" +", 2);
      if (parts[0].startsWith("state=")) {
        state = StateSetting.parse(parts[0].substring("state=".length()));
      } else if (parts[0].equals("app")) {
        application = Optional.of(layer(ScopeKind.APPLICATION, parts[1]));
        attributes(parts[1]).forEach(ofApplication::put);
      } else if (parts[0].equals("org")) {
        layers.add(layer(ScopeKind.ORGANIZATION, parts[1]));
      } else if (!parts[0].isEmpty()) {
        layers.add(layer(ScopeKind.of(parts[0]).orElseThrow(), parts[1]));
        if (parts[0].equals("realm")) {
          attributes(parts[1]).forEach(ofRealm::put);
        }
      }
    }
    return new Rulebook(state, layers, application, OccasionReader.read(ofApplication, ofRealm));
  }

  private static ScopeLayer layer(ScopeKind kind, String text) {
    List<String> bare =
        Arrays.stream(text.split(" +")).filter(word -> word.indexOf('=') < 0).toList();
    int depth = kind == ScopeKind.GROUP ? Integer.parseInt(bare.get(0)) : 0;
    String name = bare.isEmpty() ? kind.word() : bare.get(bare.size() - 1);
    return new ScopeLayer(new Scope(kind, name, name), depth, Layer.parse(attributes(text)));
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new HashMap<>();
    words(text).forEach((key, value) -> attributes.put("twostep." + key, value));
    return attributes;
  }

  private static Map<String, String> words(String text) {
    Map<String, String> words = new HashMap<>();
    for (String word : text.strip().split(" +", -1)) {
      int at = word.indexOf('=');
      words.put(at < 0 ? word : word.substring(0, at), word.substring(at + 1));
    }
    return words;
  }

  private static List<FactorKind> kinds(String list) {
    return Arrays.stream(list.split(","))
        .filter(word -> !word.isEmpty())
        .map(word -> FactorKind.of(word).orElseThrow())
        .toList();
  }

  /** {@code 2026-11-30/2}, {@code /2} or {@code 2026-11-30/}. */
  private static Grace grace(String text) {
    String[] parts = text.split("/", -1);
    return new Grace(
        Moments.endOf(parts[0]),
        parts[1].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts[1])));
  }
}
