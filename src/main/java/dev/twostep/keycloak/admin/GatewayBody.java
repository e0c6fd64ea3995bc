package dev.twostep.keycloak.admin;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.twostep.keycloak.delivery.GatewaySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The JSON of one gateway: its kind and its settings; all problems are reported together. */
final class GatewayBody {

  private static final int LARGEST = 20_000;
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,36}");
  private static final String EXAMPLE =
      "send {\"kind\": \"twilio\", \"settings\": {\"account-sid\": \"AC…\"}}";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Map<String, String> settings = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private GatewayBody() {}

  static GatewayBody parse(String text) {
    GatewayBody body = new GatewayBody();
    body.read(text);
    return body;
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** By their short names, the kind among them; complete only if there are no problems. */
  Map<String, String> settings() {
    return settings;
  }

  List<Problem> problems() {
    return problems;
  }

  private void read(String text) {
    if (text.length() > LARGEST) {
      refuse("body", "is longer than " + LARGEST + " characters", "send one gateway only");
      return;
    }
    try {
      JsonNode root = JSON.readTree(text);
      if (root == null || !root.isObject()) {
        refuse("body", "is not a JSON object", EXAMPLE);
        return;
      }
      root.properties().forEach(field -> field(field.getKey(), field.getValue()));
      if (!settings.containsKey(GatewaySettings.KIND) && problems.isEmpty()) {
        refuse("kind", "is missing", EXAMPLE);
      }
    } catch (JsonProcessingException e) {
      // Its message quotes the text, which holds secrets.
      refuse("body", "is not JSON, or has a field twice", EXAMPLE);
    }
  }

  private void field(String name, JsonNode value) {
    switch (name) {
      case "kind" -> text("kind", GatewaySettings.KIND, value);
      case "settings" -> settings(value);
      // What GET shows besides may come back with it.
      case "name", "problems", "breaker" -> {}
      default -> refuse(name, "is not known", "known: kind, settings");
    }
  }

  private void settings(JsonNode value) {
    if (!value.isObject()) {
      refuse("settings", "is not a JSON object", EXAMPLE);
      return;
    }
    value
        .properties()
        .forEach(
            setting -> {
              String name = setting.getKey();
              if (!isName(name) || name.equals(GatewaySettings.KIND)) {
                refuse("settings", "has a name that cannot be one", "use short names like from");
              } else {
                text("settings." + name, name, setting.getValue());
              }
            });
  }

  private void text(String field, String setting, JsonNode value) {
    if (!value.isTextual()) {
      refuse(field, "is not a text", "write it in quotes");
    } else if (!value.textValue().isBlank()) {
      settings.put(setting, value.textValue().strip());
    }
  }

  private void refuse(String field, String problem, String hint) {
    problems.add(new Problem(field, problem, hint));
  }
}
