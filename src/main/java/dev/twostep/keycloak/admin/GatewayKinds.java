package dev.twostep.keycloak.admin;

import dev.twostep.application.delivery.ConfigProblem;
import dev.twostep.keycloak.delivery.GatewaySecrets;
import dev.twostep.keycloak.delivery.GatewaySettings;
import dev.twostep.keycloak.gateway.GatewayProvider;
import dev.twostep.keycloak.gateway.GatewayProviderFactory;
import dev.twostep.keycloak.gateway.Opened;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;

/** The kinds of gateway that this server has, ours and those of other jars. */
final class GatewayKinds {

  private final KeycloakSession session;

  GatewayKinds(KeycloakSession session) {
    this.session = session;
  }

  List<String> names() {
    return session
        .getKeycloakSessionFactory()
        .getProviderFactoriesStream(GatewayProvider.class)
        .map(one -> one.getId())
        .sorted()
        .toList();
  }

  /** The settings of that kind that nobody may read; empty for a kind that is not there. */
  Optional<Set<String>> secrets(String kind) {
    return Optional.ofNullable(
            session.getKeycloakSessionFactory().getProviderFactory(GatewayProvider.class, kind))
        .filter(GatewayProviderFactory.class::isInstance)
        .map(factory -> ((GatewayProviderFactory) factory).secrets());
  }

  /** Everything that is wrong with settings, for which all secrets are open. */
  List<ConfigProblem> problems(Map<String, String> opened) {
    String kind = opened.getOrDefault(GatewaySettings.KIND, "");
    GatewayProvider provider =
        kind.isBlank() ? null : session.getProvider(GatewayProvider.class, kind);
    if (provider == null) {
      return List.of(
          new ConfigProblem(
              GatewaySettings.KIND, "is none of this server's: use one of " + names()));
    }
    List<ConfigProblem> shut = GatewaySecrets.shut(opened);
    if (!shut.isEmpty()) {
      return shut;
    }
    return provider.open(opened) instanceof Opened.Invalid invalid ? invalid.problems() : List.of();
  }
}
