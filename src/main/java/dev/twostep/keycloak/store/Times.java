package dev.twostep.keycloak.store;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.factor.LastUses;
import dev.twostep.domain.limit.AttemptBudget.Streak;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists of instants as short text: milliseconds since the epoch in base 36, comma-separated. */
final class Times {

  private static final int RADIX = 36;

  private Times() {}

  static String write(List<Instant> times) {
    return times.stream().map(Times::write).collect(Collectors.joining(","));
  }

  static List<Instant> read(String text) {
    return parts(text).map(Times::instant).toList();
  }

  static String writeStreaks(Map<FactorKind, Streak> streaks) {
    return streaks.entrySet().stream()
        .map(e -> e.getKey() + ":" + e.getValue().length() + ":" + write(e.getValue().last()))
        .sorted()
        .collect(Collectors.joining(","));
  }

  static Map<FactorKind, Streak> readStreaks(String text) {
    return parts(text)
        .map(part -> Arrays.asList(part.split(":", 3)))
        .collect(Collectors.toMap(p -> FactorKind.valueOf(p.get(0)), Times::streak));
  }

  static String writeUses(LastUses uses) {
    return uses.at().entrySet().stream()
        .map(e -> e.getKey() + ":" + write(e.getValue()))
        .sorted()
        .collect(Collectors.joining(","));
  }

  static LastUses readUses(@Nullable String text) {
    return new LastUses(
        parts(text == null ? "" : text)
            .map(part -> Arrays.asList(part.split(":", 2)))
            .collect(Collectors.toMap(p -> FactorKind.valueOf(p.get(0)), p -> instant(p.get(1)))));
  }

  private static Streak streak(List<String> part) {
    return new Streak(Integer.parseInt(part.get(1)), instant(part.get(2)));
  }

  private static Stream<String> parts(String text) {
    return text.isEmpty() ? Stream.empty() : Arrays.stream(text.split(",", -1));
  }

  private static String write(Instant time) {
    return Long.toString(time.toEpochMilli(), RADIX);
  }

  private static Instant instant(String text) {
    return Instant.ofEpochMilli(Long.parseLong(text, RADIX));
  }
}
