package dev.twostep.keycloak.delivery;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The gateways that a realm's attributes describe: {@code twostep.sms.<setting>} for the one called
 * {@code sms}, and {@code twostep.sms.<name>.<setting>} for others.
 */
public final class GatewaySettings {

  /** The name of the gateway whose attributes have none in them. */
  public static final String FIRST = "sms";

  /** The setting without which there is no gateway: its kind. */
  public static final String KIND = "gateway";

  private static final String PREFIX = "twostep.sms.";
  private static final Pattern KIND_OF_ANOTHER =
      Pattern.compile("twostep\\.sms\\.([a-z0-9-]{1,36})\\.gateway");

  private final RealmModel realm;

  public GatewaySettings(RealmModel realm) {
    this.realm = realm;
  }

  /** The names of all gateways: {@code sms} first, the others by their names. */
  public List<String> names() {
    Map<String, String> attributes = realm.getAttributes();
    SortedSet<String> others = new TreeSet<>();
    attributes
        .keySet()
        .forEach(
            key -> {
              var matcher = KIND_OF_ANOTHER.matcher(key);
              if (matcher.matches()) {
                others.add(matcher.group(1));
              }
            });
    List<String> names = new java.util.ArrayList<>(others);
    names.remove(FIRST);
    if (attributes.containsKey(PREFIX + KIND)) {
      names.add(0, FIRST);
    }
    return names;
  }

  /** What stands before a setting's short name in the attributes of that gateway. */
  public static String prefixOf(String gateway) {
    return gateway.equals(FIRST) ? PREFIX : PREFIX + gateway + ".";
  }

  /** The settings of one gateway by their short names, as they are written. */
  public Map<String, String> of(String gateway) {
    String prefix = prefixOf(gateway);
    return realm.getAttributes().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .filter(entry -> entry.getKey().indexOf('.', prefix.length()) < 0)
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
  }

  /**
   * The same with entries of the vault put in and locked ones unlocked; one that cannot be stays as
   * written.
   */
  public Map<String, String> resolved(KeycloakSession session, String gateway) {
    return new GatewaySecrets(session, realm).open(gateway, of(gateway));
  }
}
