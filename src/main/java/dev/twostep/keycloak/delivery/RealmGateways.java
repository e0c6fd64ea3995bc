package dev.twostep.keycloak.delivery;

import dev.twostep.application.delivery.ConfigProblem;
import dev.twostep.application.delivery.Gateway;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.keycloak.gateway.GatewayProvider;
import dev.twostep.keycloak.gateway.Opened;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Opens the SMS gateways that a realm names; one that cannot be used refuses every message. */
public final class RealmGateways {

  private static final Logger LOG = Logger.getLogger(RealmGateways.class);

  private final KeycloakSession session;
  private final RealmModel realm;

  public RealmGateways(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /** The gateway of that name. */
  public Gateway of(String name) {
    Map<String, String> settings = new GatewaySettings(realm).resolved(session, name);
    String kind = settings.getOrDefault(GatewaySettings.KIND, "");
    GatewayProvider provider =
        kind.isBlank() ? null : session.getProvider(GatewayProvider.class, kind);
    if (provider == null) {
      return refusing(GatewaySettings.prefixOf(name) + "gateway names no SMS gateway");
    }
    List<ConfigProblem> shut = GatewaySecrets.shut(settings);
    Opened opened = shut.isEmpty() ? provider.open(settings) : new Opened.Invalid(shut);
    return opened instanceof Opened.Ready ready
        ? ready.gateway()
        : refusing(problems(name, (Opened.Invalid) opened));
  }

  private static String problems(String name, Opened.Invalid invalid) {
    return invalid.problems().stream()
        .map(p -> GatewaySettings.prefixOf(name) + p.attribute() + ": " + p.hint())
        .collect(Collectors.joining("; "));
  }

  private Gateway refusing(String reason) {
    LOG.errorf("realm %s cannot send SMS: %s", realm.getName(), reason);
    return message -> CompletableFuture.completedStage(new Delivery.Unavailable(reason));
  }
}
