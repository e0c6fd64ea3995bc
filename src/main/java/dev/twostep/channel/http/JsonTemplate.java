package dev.twostep.channel.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A JSON document whose string nodes, and nothing else, are filled (B05). */
record JsonTemplate(JsonNode document) implements BodyTemplate {

  /**
   * Reads a document as an administrator writes it.
   *
   * @throws IllegalArgumentException with a hint if the text is no JSON document
   */
  static JsonTemplate parse(String text) {
    return new JsonTemplate(
        StrictJson.read(text)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "write one JSON object; placeholders belong inside its quoted strings")));
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public String filled(Placeholders placeholders) {
    return filled(document, placeholders).toString();
  }

  private static JsonNode filled(JsonNode node, Placeholders placeholders) {
    if (node.isTextual()) {
      return JsonNodeFactory.instance.textNode(placeholders.fill(node.textValue()));
    }
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(m -> copy.set(m.getKey(), filled(m.getValue(), placeholders)));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> copy.add(filled(element, placeholders)));
      return copy;
    }
    return node;
  }

  @Override
  public Stream<String> texts() {
    return texts(document);
  }

  private static Stream<String> texts(JsonNode node) {
    return node.isTextual()
        ? Stream.of(node.textValue())
        : StreamSupport.stream(node.spliterator(), false).flatMap(JsonTemplate::texts);
  }

  @Override
  public String toString() {
    return "JsonTemplate[*****]";
  }
}
