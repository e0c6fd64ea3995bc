package dev.twostep.keycloak.policy;

import dev.twostep.domain.policy.Layer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** One scope's layer as it is stored: the attributes of a Keycloak model, which caches them. */
public final class LayerAttributes {

  /** Who set the layer and when; for people, never read by the policy. */
  public static final String SET_BY = "twostep.set.by";

  private final Function<String, Optional<String>> reader;

  /** Takes all changes at once; an attribute without a value is taken away. */
  private final Consumer<Map<String, Optional<String>>> writer;

  private LayerAttributes(
      Function<String, Optional<String>> reader, Consumer<Map<String, Optional<String>>> writer) {
    this.reader = reader;
    this.writer = writer;
  }

  /** Those of a realm. */
  public static LayerAttributes of(RealmModel realm) {
    return new LayerAttributes(
        name -> Optional.ofNullable(realm.getAttribute(name)),
        oneByOne(realm::setAttribute, realm::removeAttribute));
  }

  /** Those of an organization. */
  public static LayerAttributes of(OrganizationModel organization) {
    return new LayerAttributes(
        name -> joined(organization.getAttributes().getOrDefault(name, List.of()).stream()),
        changes -> {
          // Once only: after a write, Keycloak's JPA adapter remembers the attributes wrongly.
          Map<String, List<String>> all = new HashMap<>(organization.getAttributes());
          changes.forEach(
              (name, value) ->
                  value.ifPresentOrElse(
                      text -> all.put(name, List.of(text)), () -> all.remove(name)));
          organization.setAttributes(all);
        });
  }

  /** Those of a group. */
  public static LayerAttributes of(GroupModel group) {
    return new LayerAttributes(
        name -> joined(group.getAttributeStream(name)),
        oneByOne(group::setSingleAttribute, group::removeAttribute));
  }

  /** Those that an administrator set for a user. */
  public static LayerAttributes of(UserModel user) {
    return new LayerAttributes(
        name -> joined(user.getAttributeStream(name)),
        oneByOne(user::setSingleAttribute, user::removeAttribute));
  }

  /** Those of an application. */
  public static LayerAttributes of(ClientModel client) {
    return new LayerAttributes(
        name -> Optional.ofNullable(client.getAttribute(name)),
        oneByOne(client::setAttribute, client::removeAttribute));
  }

  /** What the scope sets. */
  public Layer layer() {
    Map<String, String> values = values();
    return values.isEmpty() ? Layer.EMPTY : Layer.parse(values);
  }

  /** The stored values as they are. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : Layer.ATTRIBUTES) {
      reader.apply(name).ifPresent(value -> values.put(name, value));
    }
    return values;
  }

  /** Who set the layer, if it was set through Twostep. */
  public Optional<String> setBy() {
    return reader.apply(SET_BY);
  }

  /** Makes the layer exactly these values; none take the layer away. At most once per session. */
  public void replace(Map<String, String> values, String by) {
    Map<String, Optional<String>> changes = new LinkedHashMap<>();
    for (String name : Layer.ATTRIBUTES) {
      changes.put(name, Optional.ofNullable(values.get(name)));
    }
    changes.put(SET_BY, values.isEmpty() ? Optional.empty() : Optional.of(by));
    writer.accept(changes);
  }

  private static Consumer<Map<String, Optional<String>>> oneByOne(
      BiConsumer<String, String> set, Consumer<String> remove) {
    return changes ->
        changes.forEach(
            (name, value) ->
                value.ifPresentOrElse(text -> set.accept(name, text), () -> remove.accept(name)));
  }

  /** Several values of one attribute make a list of factors, and are unreadable anywhere else. */
  private static Optional<String> joined(Stream<String> values) {
    String text = values.collect(Collectors.joining(","));
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
