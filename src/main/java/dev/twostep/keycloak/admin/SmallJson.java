package dev.twostep.keycloak.admin;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;

/** Reads the JSON object of a request; nothing of a text that is none is quoted. */
final class SmallJson {

  private static final int LARGEST = 10_000;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SmallJson() {}

  /** An empty text is an empty object. */
  static JsonNode read(String text, String example) {
    try {
      JsonNode root = text.length() > LARGEST ? null : JSON.readTree(text.isBlank() ? "{}" : text);
      if (root != null && root.isObject()) {
        return root;
      }
    } catch (JsonProcessingException e) {
      // Reported below: its message quotes the text.
    }
    throw Answers.refused(List.of(new Problem("body", "is no short JSON object", example)));
  }

  /** The first field that is none of these. */
  static Optional<Problem> unknown(JsonNode json, List<String> known) {
    return json.properties().stream()
        .filter(field -> !known.contains(field.getKey()))
        .findFirst()
        .map(
            field ->
                new Problem(field.getKey(), "is not known", "known: " + String.join(", ", known)));
  }
}
