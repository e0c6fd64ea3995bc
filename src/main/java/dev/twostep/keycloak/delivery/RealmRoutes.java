package dev.twostep.keycloak.delivery;

import dev.twostep.domain.delivery.ParsedRoutes;
import dev.twostep.domain.delivery.Routes;
import java.util.List;
import org.keycloak.models.RealmModel;

/** The order of a realm's gateways, as its attribute says; without it all of them by name. */
public final class RealmRoutes {

  public static final String ATTRIBUTE = "twostep.sms.routes";

  private RealmRoutes() {}

  public static ParsedRoutes of(RealmModel realm) {
    List<String> names = new GatewaySettings(realm).names();
    String written = realm.getAttribute(ATTRIBUTE);
    if (written != null) {
      return ParsedRoutes.of(written, names);
    }
    // The name without a gateway is tried all the same: it says which attribute is missing.
    return new ParsedRoutes.Valid(
        Routes.inOrder(names.isEmpty() ? List.of(GatewaySettings.FIRST) : names));
  }
}
