package dev.twostep.keycloak.admin;

import dev.twostep.keycloak.store.JpaAlerts;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** {@code alerts}: what administrators should know, newest first, of all nodes. */
public final class AlertsResource {

  private final AdminCall call;
  private final JpaAlerts alerts;

  public AlertsResource(AdminCall call, JpaAlerts alerts) {
    this.call = call;
    this.alerts = alerts;
  }

  /** The last hundred. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list() {
    call.auth().realm().requireViewRealm();
    return Response.ok(
            alerts.of(call.realm().getId()).stream()
                .map(
                    alert ->
                        Map.of(
                            "code", alert.sign(),
                            "text", alert.message(),
                            "at", alert.at().toString()))
                .toList())
        .build();
  }
}
