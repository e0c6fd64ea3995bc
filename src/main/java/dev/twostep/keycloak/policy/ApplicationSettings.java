package dev.twostep.keycloak.policy;

import dev.twostep.domain.policy.Layer;
import dev.twostep.domain.policy.Occasions;
import dev.twostep.domain.policy.Preset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;

/**
 * How one application asks, as attributes of its client: single ones, or a whole preset. Taking
 * them away leaves the client as it was before the first.
 */
public final class ApplicationSettings {

  /** Stored with customers' clients: the last preset. */
  public static final String PRESET = "twostep.preset";

  /** Stored with customers' clients: direct grants and full scope before the preset "legacy". */
  static final String BEFORE = "twostep.preset.before";

  static final String APP_PASSWORDS = "twostep.app-passwords";

  private static final List<String> OURS =
      Stream.concat(
              Occasions.ATTRIBUTES.stream(),
              Stream.of(PRESET, APP_PASSWORDS, Layer.TRUST_DAYS, Layer.PASSCODE))
          .toList();

  private final ClientModel client;

  public ApplicationSettings(ClientModel client) {
    this.client = client;
  }

  /** The preset that was chosen last; single settings may have changed since. */
  public Optional<Preset> preset() {
    return Optional.ofNullable(client.getAttribute(PRESET)).flatMap(Preset::of);
  }

  /** All that is stored, as it is. */
  public Map<String, String> stored() {
    Map<String, String> values = new LinkedHashMap<>();
    OURS.forEach(
        name ->
            Optional.ofNullable(client.getAttribute(name))
                .ifPresent(value -> values.put(name, value)));
    return values;
  }

  /** Makes it that kind of application, whatever it was before. */
  public void choose(Preset preset) {
    clear();
    client.setAttribute(PRESET, preset.word());
    preset.attributes().forEach(client::setAttribute);
    if (preset == Preset.LEGACY) {
      client.setAttribute(
          BEFORE, client.isDirectAccessGrantsEnabled() + "," + client.isFullScopeAllowed());
      client.setDirectAccessGrantsEnabled(true);
      client.setFullScopeAllowed(false);
      client.setAttribute(APP_PASSWORDS, "on");
    }
  }

  /** Replaces how often it asks, and nothing else. */
  public void ask(Map<String, String> occasions) {
    Occasions.ATTRIBUTES.forEach(client::removeAttribute);
    occasions.forEach(client::setAttribute);
  }

  /** Takes everything away again. */
  public void clear() {
    OURS.forEach(client::removeAttribute);
    Optional.ofNullable(client.getAttribute(BEFORE)).ifPresent(this::putBack);
    client.removeAttribute(BEFORE);
  }

  private void putBack(String before) {
    String[] parts = before.split(",", 2);
    client.setDirectAccessGrantsEnabled(Boolean.parseBoolean(parts[0]));
    client.setFullScopeAllowed(parts.length > 1 && Boolean.parseBoolean(parts[1]));
  }
}
