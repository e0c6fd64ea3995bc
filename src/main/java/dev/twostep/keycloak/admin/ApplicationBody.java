package dev.twostep.keycloak.admin;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.twostep.domain.policy.OccasionReader;
import dev.twostep.domain.policy.Occasions;
import dev.twostep.domain.policy.Preset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The JSON of one application: a preset, or how often it asks; all problems together. */
final class ApplicationBody {

  private static final int LARGEST = 10_000;
  private static final String EXAMPLE = "send {\"occasions\": [\"every-session\"]}";
  private static final Map<String, String> FIELDS =
      Map.of(
          Occasions.ASKS, "occasions",
          Occasions.MAX_AGE, "maxAge",
          Occasions.OFFER, "offers");
  private static final Map<String, String> HINTS =
      Map.of(
          Occasions.ASKS,
          "use every-login, every-session, once-per-device, after-changed-credentials",
          Occasions.MAX_AGE,
          "use an ISO 8601 duration such as PT12H, up to P30D",
          Occasions.OFFER,
          "use true or false");

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Map<String, String> occasions = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private Optional<Preset> preset = Optional.empty();

  private ApplicationBody() {}

  /** Reads {@code {"preset": "mobile-app"}}. */
  static ApplicationBody preset(String text) {
    ApplicationBody body = new ApplicationBody();
    body.read(text, "send {\"preset\": \"mobile-app\"}").ifPresent(body::presetOf);
    return body;
  }

  /** Reads {@code {"occasions": ["every-session"], "maxAge": "PT12H", "offers": false}}. */
  static ApplicationBody occasions(String text) {
    ApplicationBody body = new ApplicationBody();
    body.read(text, EXAMPLE).ifPresent(body::occasionsOf);
    return body;
  }

  /** Present if there are no problems. */
  Optional<Preset> preset() {
    return preset;
  }

  /** What to store; complete only if there are no problems. */
  Map<String, String> occasions() {
    return occasions;
  }

  List<Problem> problems() {
    return problems;
  }

  private Optional<JsonNode> read(String text, String example) {
    if (text.length() > LARGEST) {
      refuse("body", "is longer than " + LARGEST + " characters", example);
      return Optional.empty();
    }
    try {
      JsonNode root = JSON.readTree(text);
      if (root != null && root.isObject()) {
        return Optional.of(root);
      }
      refuse("body", "is not a JSON object", example);
    } catch (JsonProcessingException e) {
      refuse("body", "is not JSON: " + e.getOriginalMessage(), example);
    }
    return Optional.empty();
  }

  private void presetOf(JsonNode root) {
    String words =
        Arrays.stream(Preset.values()).map(Preset::word).collect(Collectors.joining(", "));
    root.properties().stream()
        .filter(field -> !field.getKey().equals("preset"))
        .forEach(field -> refuse(field.getKey(), "is not known", "known: preset"));
    preset = Preset.of(root.path("preset").asText());
    if (preset.isEmpty()) {
      refuse("preset", "is not one of the presets", "use one of " + words);
    }
  }

  private void occasionsOf(JsonNode root) {
    root.properties().forEach(field -> field(field.getKey(), field.getValue()));
    OccasionReader.read(occasions, Map.of())
        .unreadable()
        .forEach(
            bad ->
                refuse(
                    FIELDS.getOrDefault(bad.attribute(), bad.attribute()),
                    "\"" + bad.value() + "\" " + bad.problem(),
                    HINTS.getOrDefault(bad.attribute(), "")));
    if (occasions.isEmpty() && problems.isEmpty()) {
      refuse("body", "sets nothing", "use DELETE to take the settings away");
    }
  }

  private void field(String name, JsonNode value) {
    switch (name) {
      case "occasions" -> asks(value);
      case "maxAge" -> put(Occasions.MAX_AGE, value.isTextual(), value.asText());
      case "offers" -> put(Occasions.OFFER, value.isBoolean(), value.asBoolean() ? "on" : "off");
      default -> refuse(name, "is not known", "known: occasions, maxAge, offers");
    }
  }

  private void asks(JsonNode value) {
    StringJoiner words = new StringJoiner(",");
    boolean readable = value.isArray() && !value.isEmpty();
    for (JsonNode word : value) {
      readable &= word.isTextual() && !word.textValue().isBlank();
      words.add(word.asText());
    }
    put(Occasions.ASKS, readable, words.toString());
  }

  private void put(String attribute, boolean readable, String value) {
    if (readable) {
      occasions.put(attribute, value);
    } else {
      refuse(
          FIELDS.getOrDefault(attribute, attribute),
          "has the wrong type",
          HINTS.getOrDefault(attribute, ""));
    }
  }

  private void refuse(String field, String problem, String hint) {
    problems.add(new Problem(field, problem, hint));
  }
}
