package dev.twostep.keycloak.admin;

import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.store.JpaOfficeLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code offices/{office}/log}: which device opened which account, newest first. */
public final class OfficeLogResource {

  private final AdminCall call;
  private final Office office;

  OfficeLogResource(AdminCall call, Office office) {
    this.call = call;
    this.office = office;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list(
      @QueryParam("first") @Nullable String first, @QueryParam("max") @Nullable String max) {
    call.auth().users().requireView();
    Stretch page = Stretch.of(first, max);
    return Response.ok(
            new JpaOfficeLog(call.session(), call.realm())
                .page(office.id(), page.first(), page.most()).stream()
                    .map(OfficeLogResource::json)
                    .toList())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static Map<String, String> json(JpaOfficeLog.Use use) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("at", use.at().toString());
    json.put("device", use.device());
    json.put("label", use.label());
    json.put("user", use.user());
    json.put("userName", use.userName());
    json.put("client", use.client());
    json.put("session", use.session());
    json.put("network", use.network());
    return json;
  }
}
