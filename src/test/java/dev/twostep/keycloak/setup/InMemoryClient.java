package dev.twostep.keycloak.setup;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;

/** A client or role that gives back what was set, and for the rest what a new one has. */
final class InMemoryClient {

  private final Map<String, @Nullable Object> values = new HashMap<>();

  private InMemoryClient() {}

  static ClientModel named(String clientId) {
    return of(ClientModel.class, Map.of("ClientId", clientId));
  }

  static RoleModel role(String name) {
    return of(RoleModel.class, Map.of("Name", name));
  }

  private static <T> T of(Class<T> type, Map<String, String> known) {
    InMemoryClient client = new InMemoryClient();
    client.values.put("Id", UUID.randomUUID().toString());
    client.values.putAll(known);
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> client.answer(method, arguments)));
  }

  private @Nullable Object answer(Method method, Object @Nullable [] arguments) {
    String property = method.getName().replaceFirst("^(get|set|is)", "");
    if (method.getName().startsWith("set") && arguments != null) {
      values.put(property, arguments[0]);
      return null;
    }
    Object known = values.get(property);
    if (known != null || !method.getReturnType().isPrimitive()) {
      return known == null && method.getReturnType() == Set.class ? Set.of() : known;
    }
    return method.getReturnType() == boolean.class ? (Object) false : 0;
  }
}
