package dev.twostep.keycloak.setup;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;

/** A client that gives back what was set, and for the rest what a new one has. */
final class InMemoryClient {

  private final Map<String, @Nullable Object> values = new HashMap<>();

  private InMemoryClient() {}

  static ClientModel named(String clientId) {
    InMemoryClient client = new InMemoryClient();
    client.values.put("Id", UUID.randomUUID().toString());
    client.values.put("ClientId", clientId);
    return (ClientModel)
        Proxy.newProxyInstance(
            ClientModel.class.getClassLoader(),
            new Class<?>[] {ClientModel.class},
            (proxy, method, arguments) -> client.answer(method, arguments));
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
