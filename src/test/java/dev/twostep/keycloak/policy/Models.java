package dev.twostep.keycloak.policy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;

/** Keycloak models that know attributes, groups and parents, and refuse everything else. */
final class Models {

  /** Answers the methods that it knows by name. */
  private interface Answers {
    Object to(String method, Object[] arguments);
  }

  private Models() {}

  static GroupModel group(String name, GroupModel parent, Map<String, String> attributes) {
    Map<String, List<String>> stored = stored(attributes);
    return fake(
        GroupModel.class,
        (method, arguments) ->
            switch (method) {
              case "getId" -> (parent == null ? "" : parent.getId()) + "/" + name;
              case "getName" -> name;
              case "getParent" -> parent;
              case "getType" -> GroupModel.Type.REALM;
              default -> attribute(stored, method, arguments);
            });
  }

  static UserModel user(List<GroupModel> groups, Map<String, String> attributes) {
    Map<String, List<String>> stored = stored(attributes);
    return fake(
        UserModel.class,
        (method, arguments) ->
            switch (method) {
              case "getId" -> "u1";
              case "getUsername" -> "ada";
              case "getGroupsStream" -> groups.stream();
              default -> attribute(stored, method, arguments);
            });
  }

  private static Map<String, List<String>> stored(Map<String, String> attributes) {
    Map<String, List<String>> stored = new HashMap<>();
    attributes.forEach((name, value) -> stored.put(name, Arrays.asList(value.split("\\|", -1))));
    return stored;
  }

  private static Object attribute(
      Map<String, List<String>> stored, String method, Object[] arguments) {
    String name = arguments == null ? "" : (String) arguments[0];
    return switch (method) {
      case "getAttributeStream" -> stored.getOrDefault(name, List.of()).stream();
      case "getFirstAttribute" ->
          Stream.of(stored.getOrDefault(name, new ArrayList<>()))
              .filter(values -> !values.isEmpty())
              .map(values -> values.get(0))
              .findFirst()
              .orElse(null);
      case "setSingleAttribute" -> stored.put(name, List.of((String) arguments[1]));
      case "removeAttribute" -> stored.remove(name);
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private static <T> T fake(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object answer = answers.to(method.getName(), arguments);
              return method.getReturnType() == void.class ? null : answer;
            }));
  }
}
