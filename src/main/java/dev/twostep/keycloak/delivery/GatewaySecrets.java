package dev.twostep.keycloak.delivery;

import dev.twostep.application.delivery.ConfigProblem;
import dev.twostep.domain.code.Locker;
import dev.twostep.keycloak.wiring.Twostep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.vault.VaultStringSecret;

/**
 * The secrets among a gateway's settings. Keycloak shows realm attributes in clear, in its admin
 * REST, its events and its exports: so a secret stands there locked by the server's key, or as the
 * name of an entry of the vault.
 */
public final class GatewaySecrets {

  /** What a secret is sent to: with another address it has to be given anew. */
  private static final List<String> DESTINATION =
      List.of(GatewaySettings.KIND, "url", "base-url", "region", "edge");

  private final KeycloakSession session;
  private final RealmModel realm;

  public GatewaySecrets(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /** Whether a value names an entry of the vault, which is no secret by itself. */
  public static boolean isInVault(String value) {
    return value.startsWith("${vault.");
  }

  /** Whether both settings send their secrets to the same address by the same kind of gateway. */
  public static boolean sameDestination(Map<String, String> one, Map<String, String> other) {
    return destination(one).equals(destination(other));
  }

  /** The locked secrets that {@link #open} could not unlock. */
  public static List<ConfigProblem> shut(Map<String, String> opened) {
    return opened.entrySet().stream()
        .filter(setting -> Locker.isLocked(setting.getValue()))
        .map(
            setting ->
                new ConfigProblem(
                    setting.getKey(),
                    "was locked by another server key, or for another address of the gateway: set"
                        + " it again by PUT …/twostep/gateways/<name>"))
        .toList();
  }

  /** The values themselves; one that is not in the vault or cannot be unlocked stays as it is. */
  public Map<String, String> open(String gateway, Map<String, String> settings) {
    Optional<Locker> locker = Twostep.of(session).locker();
    Map<String, String> opened = new HashMap<>(settings);
    opened.replaceAll(
        (name, value) -> {
          if (isInVault(value)) {
            return fromVault(value);
          }
          return Locker.isLocked(value)
              ? locker.flatMap(l -> l.unlock(value, place(gateway, name, settings))).orElse(value)
              : value;
        });
    return opened;
  }

  /** What to store of a secret: good for this setting of this gateway at this address only. */
  public String lock(Locker locker, String gateway, String name, Map<String, String> settings) {
    return locker.lock(settings.getOrDefault(name, ""), place(gateway, name, settings));
  }

  private String place(String gateway, String setting, Map<String, String> settings) {
    return String.join("\n", realm.getId(), gateway, setting, destination(settings));
  }

  private static String destination(Map<String, String> settings) {
    return String.join(
        "\n", DESTINATION.stream().map(name -> settings.getOrDefault(name, "").strip()).toList());
  }

  private String fromVault(String value) {
    try (VaultStringSecret secret = session.vault().getStringSecret(value)) {
      return secret.get().orElse(value);
    }
  }
}
