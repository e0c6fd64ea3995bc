package dev.twostep.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.domain.delivery.TextPattern;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts by their keys, as a client sends them; every problem is found before any is refused. */
record TextsBody(@Nullable JsonNode json) {

  private static final String KEYS =
      Arrays.stream(TextPattern.Use.values())
          .map(TextPattern.Use::key)
          .collect(Collectors.joining(", "));

  Map<TextPattern.Use, String> read(List<Problem> problems) {
    Map<TextPattern.Use, String> texts = new EnumMap<>(TextPattern.Use.class);
    if (json == null || !json.isObject() || json.isEmpty()) {
      problems.add(new Problem("body", "is no object with texts", "the keys are " + KEYS));
      return texts;
    }
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      read(member.getKey(), member.getValue(), problems)
          .ifPresent(pattern -> texts.put(pattern.use(), pattern.text()));
    }
    return texts;
  }

  private static Optional<TextPattern> read(String key, JsonNode value, List<Problem> problems) {
    Optional<TextPattern.Use> use =
        Arrays.stream(TextPattern.Use.values()).filter(u -> u.key().equals(key)).findFirst();
    if (use.isEmpty()) {
      problems.add(new Problem(key, "is no text that can be set here", "the keys are " + KEYS));
      return Optional.empty();
    }
    if (!value.isTextual()) {
      problems.add(new Problem(key, "is no text", "write the text in quotes"));
      return Optional.empty();
    }
    TextPattern pattern = new TextPattern(use.get(), value.textValue());
    pattern
        .flawsWhenWritten()
        .forEach(flaw -> problems.add(new Problem(key, flaw.problem(), flaw.hint())));
    return Optional.of(pattern);
  }
}
