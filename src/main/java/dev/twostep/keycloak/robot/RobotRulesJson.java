package dev.twostep.keycloak.robot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.twostep.domain.portal.AddressRange;
import dev.twostep.domain.portal.OpeningHours;
import dev.twostep.domain.portal.RobotRules;
import dev.twostep.domain.portal.RobotRules.Limits;
import dev.twostep.domain.portal.RobotRules.OwnerRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A robot's rules as JSON: as administrators send them, and as they are stored. */
public final class RobotRulesJson {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private RobotRulesJson() {}

  /** Empty, so that nothing is allowed, for a text that is none. */
  static Optional<RobotRules> stored(String text) {
    try {
      RobotRulesReader reader = new RobotRulesReader(Optional.empty());
      RobotRules rules = reader.read(JSON.readTree(text));
      return reader.flaws().isEmpty() ? Optional.of(rules) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** What to store. */
  public static String text(RobotRules rules) {
    try {
      return JSON.writeValueAsString(json(rules));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The stored text for administrators. */
  public static JsonNode shown(String stored) {
    try {
      return JSON.readTree(stored);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a robot's rules are no JSON", e);
    }
  }

  private static Map<String, Object> json(RobotRules rules) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("portals", rules.portals().stream().sorted().toList());
    json.put("owners", rules.owners().stream().map(RobotRulesJson::json).toList());
    Limits limits = rules.limits();
    limits.hours().ifPresent(hours -> json.put("hours", json(hours)));
    if (!limits.addresses().isEmpty()) {
      json.put("addresses", limits.addresses().stream().map(AddressRange::toString).toList());
    }
    json.put("perMinute", limits.perMinute());
    return json;
  }

  private static Object json(OwnerRule rule) {
    if (rule instanceof OwnerRule.Group group) {
      return Map.of("group", group.id());
    }
    return rule instanceof OwnerRule.Organization organization
        ? Map.of("organization", organization.id())
        : RobotRules.ALL;
  }

  private static Map<String, Object> json(OpeningHours hours) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("days", hours.dayWords());
    json.put("from", hours.from().toString());
    json.put("to", hours.to().toString());
    json.put("zone", hours.zone().getId());
    return json;
  }

  /** The texts of an array; empty if it is none, or holds anything else. */
  static Optional<List<String>> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : array) {
      if (!one.isTextual()) {
        return Optional.empty();
      }
      texts.add(one.textValue());
    }
    return array.isArray() ? Optional.of(texts) : Optional.empty();
  }
}
