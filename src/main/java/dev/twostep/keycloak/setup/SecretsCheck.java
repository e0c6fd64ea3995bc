package dev.twostep.keycloak.setup;

import dev.twostep.domain.code.Locker;
import dev.twostep.keycloak.delivery.GatewaySecrets;
import dev.twostep.keycloak.delivery.GatewaySettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** Secrets of gateways that stand in realm attributes for everybody to read. */
record SecretsCheck(RealmModel realm, Function<String, Set<String>> secretsOfKind)
    implements RealmCheck {

  @Override
  public List<Finding> check() {
    GatewaySettings settings = new GatewaySettings(realm);
    return settings.names().stream()
        .flatMap(gateway -> plain(settings.of(gateway)).map(name -> finding(gateway, name)))
        .toList();
  }

  private Stream<String> plain(Map<String, String> settings) {
    String kind = settings.getOrDefault(GatewaySettings.KIND, "");
    return secretsOfKind.apply(kind).stream()
        .filter(name -> isPlain(settings.getOrDefault(name, "")))
        .sorted();
  }

  private static boolean isPlain(String value) {
    return !value.isBlank() && !GatewaySecrets.isInVault(value) && !Locker.isLocked(value);
  }

  private static Finding finding(String gateway, String setting) {
    return Finding.warning(
        "The realm attribute "
            + GatewaySettings.prefixOf(gateway)
            + setting
            + " holds a secret that every administrator, event and export shows.",
        "Set it by PUT …/twostep/gateways/"
            + gateway
            + ", which locks it, or put it into the vault and write ${vault.<name>}.");
  }
}
