package dev.twostep.keycloak.policy;

import dev.twostep.domain.policy.OccasionReader;
import dev.twostep.domain.policy.Occasions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** How often an application asks, as it is stored: attributes of the client, else of the realm. */
public final class OccasionAttributes {

  private OccasionAttributes() {}

  /** What holds at that application; without one, what the realm says. */
  public static Occasions of(RealmModel realm, @Nullable ClientModel application) {
    Map<String, String> own = application == null ? Map.of() : stored(application::getAttribute);
    return OccasionReader.read(own, stored(realm::getAttribute));
  }

  /** The values of one application alone, as they are. */
  public static Map<String, String> of(ClientModel application) {
    return stored(application::getAttribute);
  }

  private static Map<String, String> stored(Function<String, @Nullable String> reader) {
    Map<String, String> values = new HashMap<>();
    for (String name : Occasions.ATTRIBUTES) {
      Optional.ofNullable(reader.apply(name)).ifPresent(value -> values.put(name, value));
    }
    return values;
  }
}
