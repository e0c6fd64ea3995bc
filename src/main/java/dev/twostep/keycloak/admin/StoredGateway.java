package dev.twostep.keycloak.admin;

import dev.twostep.application.delivery.ConfigProblem;
import dev.twostep.domain.code.Locker;
import dev.twostep.keycloak.delivery.GatewaySecrets;
import dev.twostep.keycloak.delivery.GatewaySettings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.keycloak.models.RealmModel;

/** One gateway as the realm keeps it, and as administrators see it: without any secret. */
final class StoredGateway {

  static final String MASK = "**********";

  /** Written like settings of the gateway called {@code sms}, and none of it. */
  private static final Set<String> OF_THE_REALM = Set.of("routes");

  private final RealmModel realm;
  private final String name;
  private final GatewayKinds kinds;
  private final GatewaySecrets secrets;

  StoredGateway(AdminCall call, String name) {
    this.realm = call.realm();
    this.name = name;
    this.kinds = new GatewayKinds(call.session());
    this.secrets = new GatewaySecrets(call.session(), realm);
  }

  boolean exists() {
    return new GatewaySettings(realm).names().contains(name);
  }

  /** As they are stored; secrets are locked, or in the vault, or written by somebody else. */
  Map<String, String> settings() {
    Map<String, String> own = new TreeMap<>(new GatewaySettings(realm).of(name));
    own.keySet().removeAll(OF_THE_REALM);
    return own;
  }

  Map<String, String> opened() {
    return secrets.open(name, settings());
  }

  Map<String, Object> view() {
    Map<String, String> shown = masked(settings());
    String kind = shown.getOrDefault(GatewaySettings.KIND, "");
    shown.remove(GatewaySettings.KIND);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("kind", kind);
    json.put("settings", shown);
    json.put("problems", kinds.problems(opened()).stream().map(StoredGateway::json).toList());
    return json;
  }

  /** The settings with a mask for every secret; without their kind nobody knows which are. */
  Map<String, String> masked(Map<String, String> settings) {
    Set<String> hidden =
        kinds.secrets(settings.getOrDefault(GatewaySettings.KIND, "")).orElse(settings.keySet());
    Map<String, String> shown = new TreeMap<>(settings);
    shown.replaceAll((setting, value) -> isShown(setting, value, hidden) ? value : MASK);
    return shown;
  }

  private static boolean isShown(String setting, String value, Set<String> hidden) {
    return setting.equals(GatewaySettings.KIND)
        || GatewaySecrets.isInVault(value)
        || (!hidden.contains(setting) && !Locker.isLocked(value));
  }

  /** Makes the gateway exactly this; secrets are stored locked. */
  void replace(Map<String, String> opened, Set<String> hidden, Optional<Locker> locker) {
    Map<String, String> stored = new HashMap<>(opened);
    stored.replaceAll(
        (setting, value) ->
            hidden.contains(setting) && !GatewaySecrets.isInVault(value)
                ? secrets.lock(locker.orElseThrow(), name, setting, opened)
                : value);
    String prefix = GatewaySettings.prefixOf(name);
    settings().keySet().stream()
        .filter(old -> !stored.containsKey(old))
        .forEach(old -> realm.removeAttribute(prefix + old));
    stored.forEach((setting, value) -> realm.setAttribute(prefix + setting, value));
  }

  void remove() {
    String prefix = GatewaySettings.prefixOf(name);
    List.copyOf(settings().keySet()).forEach(old -> realm.removeAttribute(prefix + old));
  }

  static Map<String, String> json(ConfigProblem problem) {
    return Map.of("setting", problem.attribute(), "hint", problem.hint());
  }
}
