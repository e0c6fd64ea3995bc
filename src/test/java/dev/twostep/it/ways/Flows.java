package dev.twostep.it.ways;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.fixture.admin.RealmApi;
import java.util.List;
import java.util.Map;

/** Flows that an administrator wires by hand, and applications that use them. */
final class Flows {

  /** One element: an authenticator, or a nested flow of alternatives, and its requirement. */
  record Element(String provider, String requirement, List<Element> children) {
    Element(String provider, String requirement) {
      this(provider, requirement, List.of());
    }
  }

  private Flows() {}

  /** A browser flow with these elements, and an application of that name that uses it. */
  static void application(RealmApi realm, String name, List<Element> elements) {
    realm.createClient(name);
    ObjectNode client = (ObjectNode) realm.clientNamed(name);
    client
        .putObject("authenticationFlowBindingOverrides")
        .put("browser", flow(realm, name, elements));
    realm.put("clients/" + client.get("id").textValue(), client).orFail();
  }

  /** An application whose own flow knows nothing of Twostep: password, and that is all. */
  static void passwordOnly(RealmApi realm, String name) {
    application(realm, name, List.of(new Element("auth-username-password-form", "REQUIRED")));
  }

  private static String flow(RealmApi realm, String alias, List<Element> elements) {
    Map<String, Object> flow =
        Map.of("alias", alias, "providerId", "basic-flow", "topLevel", true, "builtIn", false);
    String id = realm.post("authentication/flows", flow).orFail().createdId();
    elements.forEach(element -> add(realm, alias, element));
    return id;
  }

  private static void add(RealmApi realm, String alias, Element element) {
    String executions = "authentication/flows/" + alias + "/executions";
    if (element.children().isEmpty()) {
      realm.post(executions + "/execution", Map.of("provider", element.provider())).orFail();
    } else {
      realm.post(executions + "/flow", nested(element.provider())).orFail();
    }
    JsonNode all = realm.get(executions).orFail().json();
    ObjectNode last = (ObjectNode) all.get(all.size() - 1);
    realm.put(executions, last.put("requirement", element.requirement())).orFail();
    element.children().forEach(child -> add(realm, element.provider(), child));
  }

  private static Map<String, Object> nested(String alias) {
    return Map.of(
        "alias",
        alias,
        "type",
        "basic-flow",
        "provider",
        "registration-page-form",
        "description",
        "by hand");
  }
}
