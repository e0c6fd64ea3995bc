package dev.twostep.keycloak.admin;

import dev.twostep.domain.policy.Layer;
import dev.twostep.domain.policy.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stored layer as JSON: what it sets in the shape of a PUT, and what of it does not count. */
final class LayerView {

  private LayerView() {}

  static Map<String, Object> of(Scope scope, Map<String, String> stored, Optional<String> setBy) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("scope", scope(scope));
    json.put("layer", layer(stored));
    json.put("unreadable", unreadable(Layer.parse(stored)));
    setBy.ifPresent(who -> json.put("setBy", who));
    return json;
  }

  static Map<String, Object> scope(Scope scope) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", scope.kind().word());
    json.put("id", scope.id());
    json.put("name", scope.name());
    return json;
  }

  static Map<String, Object> layer(Map<String, String> stored) {
    Map<String, Object> json = new LinkedHashMap<>();
    copy(stored, Layer.REQUIREMENT, json);
    Optional.ofNullable(stored.get(Layer.FACTORS))
        .ifPresent(words -> json.put("factors", List.of(words.split(",", -1))));
    copy(stored, Layer.FIRST, json);
    copy(stored, Layer.FALLBACK, json);
    Map<String, Object> grace = new LinkedHashMap<>();
    Optional.ofNullable(stored.get(Layer.GRACE_UNTIL)).ifPresent(end -> grace.put("until", end));
    Optional.ofNullable(stored.get(Layer.GRACE_SKIPS))
        .ifPresent(skips -> grace.put("skips", number(skips)));
    if (!grace.isEmpty()) {
      json.put("grace", grace);
    }
    Map<String, Object> trust = new LinkedHashMap<>();
    Optional.ofNullable(stored.get(Layer.TRUST_DAYS))
        .ifPresent(days -> trust.put("days", number(days)));
    Optional.ofNullable(stored.get(Layer.PASSCODE)).ifPresent(rule -> trust.put("passcode", rule));
    if (!trust.isEmpty()) {
      json.put("trust", trust);
    }
    return json;
  }

  private static List<Map<String, String>> unreadable(Layer layer) {
    return layer.unreadable().stream()
        .map(
            bad ->
                Map.of(
                    "field", Hints.field(bad.attribute()),
                    "problem", "\"" + bad.value() + "\" " + bad.problem(),
                    "hint", Hints.of(bad.attribute())))
        .toList();
  }

  private static void copy(Map<String, String> stored, String attribute, Map<String, Object> to) {
    Optional.ofNullable(stored.get(attribute))
        .ifPresent(value -> to.put(Hints.field(attribute), value));
  }

  /** A number where it is one; what cannot be read is shown as it is stored. */
  private static Object number(String text) {
    return text.matches("[0-9]{1,9}") ? (Object) Integer.valueOf(text) : text;
  }
}
