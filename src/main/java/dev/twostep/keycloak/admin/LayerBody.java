package dev.twostep.keycloak.admin;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.twostep.domain.policy.Layer;
import dev.twostep.domain.policy.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The JSON of one layer: checked as a whole, all problems reported together. */
final class LayerBody {

  static final int LARGEST = 10_000;

  /** Keycloak's column for attributes of groups and organizations. */
  private static final int LONGEST_VALUE = 255;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private LayerBody() {}

  static LayerBody parse(String text) {
    LayerBody body = new LayerBody();
    body.read(text);
    return body;
  }

  /** What to store; complete only if there are no problems. */
  Map<String, String> attributes() {
    return attributes;
  }

  List<Problem> problems() {
    return problems;
  }

  private void read(String text) {
    if (text.length() > LARGEST) {
      refuse("body", "is longer than " + LARGEST + " characters", "send one layer only");
      return;
    }
    try {
      JsonNode root = JSON.readTree(text);
      if (root == null || !root.isObject()) {
        refuse("body", "is not a JSON object", "send {\"requirement\": \"required\"}");
        return;
      }
      root.properties().forEach(entry -> field(entry.getKey(), entry.getValue()));
      check();
    } catch (JsonProcessingException e) {
      refuse("body", "is not JSON: " + e.getOriginalMessage(), "send one JSON object");
    }
  }

  private void field(String name, JsonNode value) {
    switch (name) {
      case "requirement" -> text(name, Layer.REQUIREMENT, value);
      case "first" -> text(name, Layer.FIRST, value);
      case "fallback" -> text(name, Layer.FALLBACK, value);
      case "factors" -> factors(value);
      case "grace" -> grace(value);
      case "trust" -> trust(value);
      default ->
          refuse(
              name, "is not known", "known: requirement, factors, first, fallback, grace, trust");
    }
  }

  private void factors(JsonNode value) {
    StringJoiner words = new StringJoiner(",");
    boolean readable = value.isArray() && !value.isEmpty();
    for (JsonNode word : value) {
      readable &= word.isTextual() && !word.textValue().isBlank();
      words.add(word.asText());
    }
    if (readable) {
      attributes.put(Layer.FACTORS, words.toString());
    } else {
      refuse("factors", "is not a list of words", Hints.of(Layer.FACTORS));
    }
  }

  private void grace(JsonNode value) {
    if (!value.isObject() || value.isEmpty()) {
      refuse("grace", "is not an object", "send {\"until\": \"2026-12-31\", \"skips\": 3}");
      return;
    }
    value
        .properties()
        .forEach(
            entry -> {
              switch (entry.getKey()) {
                case "until" -> text("grace.until", Layer.GRACE_UNTIL, entry.getValue());
                case "skips" -> number("grace.skips", Layer.GRACE_SKIPS, entry.getValue());
                default -> refuse("grace." + entry.getKey(), "is not known", "known: until, skips");
              }
            });
  }

  private void trust(JsonNode value) {
    if (!value.isObject() || value.isEmpty()) {
      refuse("trust", "is not an object", "send {\"days\": 14, \"passcode\": \"optional\"}");
      return;
    }
    value
        .properties()
        .forEach(
            entry -> {
              switch (entry.getKey()) {
                case "days" -> number("trust.days", Layer.TRUST_DAYS, entry.getValue());
                case "passcode" -> text("trust.passcode", Layer.PASSCODE, entry.getValue());
                default ->
                    refuse("trust." + entry.getKey(), "is not known", "known: days, passcode");
              }
            });
  }

  private void text(String field, String attribute, JsonNode value) {
    if (value.isTextual() && !value.textValue().isBlank()) {
      attributes.put(attribute, value.textValue().strip());
    } else {
      refuse(field, "is not a word", Hints.of(attribute));
    }
  }

  private void number(String field, String attribute, JsonNode value) {
    if (value.isIntegralNumber()) {
      attributes.put(attribute, value.asText());
    } else {
      refuse(field, "is not a whole number", Hints.of(attribute));
    }
  }

  private void check() {
    attributes.forEach(
        (name, value) -> {
          if (value.length() > LONGEST_VALUE) {
            refuse(Hints.field(name), "is longer than 255 characters", Hints.of(name));
          }
        });
    Layer layer = Layer.parse(attributes);
    for (Unreadable bad : layer.unreadable()) {
      String problem = "\"" + bad.value() + "\" " + bad.problem();
      refuse(Hints.field(bad.attribute()), problem, Hints.of(bad.attribute()));
    }
    layer
        .rules()
        .first()
        .filter(first -> layer.rules().factors().map(all -> !all.contains(first)).orElse(false))
        .ifPresent(first -> refuse("first", "is not one of the factors", "add it to factors"));
    if (attributes.isEmpty() && problems.isEmpty()) {
      refuse("body", "sets nothing", "use DELETE to take the layer away");
    }
  }

  private void refuse(String field, String problem, String hint) {
    problems.add(new Problem(field, problem, hint));
  }
}
