package dev.twostep.keycloak.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/**
 * What a step must know to undo itself: a JSON realm attribute, so that it travels with exports.
 */
final class Memory<T> {

  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private final RealmModel realm;
  private final String attribute;
  private final Class<T> type;

  Memory(RealmModel realm, String attribute, Class<T> type) {
    this.realm = realm;
    this.attribute = attribute;
    this.type = type;
  }

  Optional<T> recall() {
    String json = realm.getAttribute(attribute);
    if (json == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(json, type));
    } catch (JsonProcessingException unreadable) {
      throw new SetupRefused(
          "The realm attribute " + attribute + " is unreadable.",
          "Setup keeps there what the realm was like before. Restore it, or remove it: DELETE then"
              + " leaves this part of the realm as it is.");
    }
  }

  void remember(T value) {
    try {
      realm.setAttribute(attribute, JSON.writeValueAsString(value));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(attribute, impossible);
    }
  }

  void forget() {
    realm.removeAttribute(attribute);
  }
}
