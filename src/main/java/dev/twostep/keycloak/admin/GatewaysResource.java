package dev.twostep.keycloak.admin;

import dev.twostep.keycloak.delivery.GatewaySettings;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.keycloak.events.admin.OperationType;

/**
 * {@code gateways}: the realm's SMS gateways, what is wrong with them and how they fare. A secret
 * goes in and never comes out; what is shown instead may be written back and keeps it.
 */
public final class GatewaysResource {

  private static final String EVENT_RESOURCE = "TWOSTEP_GATEWAY";
  private static final String ROUTES = "twostep.sms.routes";

  private final AdminCall call;

  public GatewaysResource(AdminCall call) {
    this.call = call;
  }

  /** All gateways of the realm, the order in which they are used, and the kinds there are. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list() {
    call.auth().realm().requireViewRealm();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(
        "gateways", new GatewaySettings(call.realm()).names().stream().map(this::view).toList());
    json.put("routes", Objects.requireNonNullElse(call.realm().getAttribute(ROUTES), ""));
    json.put("kinds", new GatewayKinds(call.session()).names());
    return Response.ok(json).build();
  }

  /** One gateway. */
  @GET
  @Path("{name}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response get(@PathParam("name") String name) {
    call.auth().realm().requireViewRealm();
    requireExisting(name);
    return Response.ok(view(name)).build();
  }

  /** Makes the gateway exactly what the body says; nothing is changed if anything is wrong. */
  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response put(@PathParam("name") String name, String body) {
    call.auth().realm().requireManageRealm();
    GatewayBody wanted = GatewayBody.parse(body == null ? "" : body);
    List<Problem> problems = new ArrayList<>(wanted.problems());
    if (!GatewayBody.isName(name)) {
      problems.add(new Problem("name", "cannot be one", "use up to 36 of a-z, 0-9 and -"));
    }
    wanted.settings().keySet().stream()
        .filter(setting -> !GatewaySettings.isSetting(setting, name))
        .map(setting -> new Problem("settings." + setting, "is the realm's", "set the attribute"))
        .forEach(problems::add);
    if (!problems.isEmpty()) {
      throw Answers.refused(problems);
    }
    NewGateway.store(call, name, wanted.settings(), Twostep.of(call.session()).locker());
    event(name, OperationType.UPDATE);
    return Response.ok(view(name)).build();
  }

  /** Takes the gateway away, with its secrets. */
  @DELETE
  @Path("{name}")
  public Response delete(@PathParam("name") String name) {
    call.auth().realm().requireManageRealm();
    requireExisting(name);
    event(name, OperationType.DELETE);
    new StoredGateway(call, name).remove();
    return Response.noContent().build();
  }

  private Map<String, Object> view(String name) {
    Map<String, Object> json = new StoredGateway(call, name).view();
    json.put("breaker", breaker(name));
    return json;
  }

  /** As the node sees it that answers. */
  private String breaker(String name) {
    return Twostep.of(call.session())
        .breakers()
        .state(call.realm().getId(), name)
        .name()
        .toLowerCase(Locale.ROOT);
  }

  private void requireExisting(String name) {
    if (!new StoredGateway(call, name).exists()) {
      throw Answers.absent(call.auth().realm().canViewRealm(), "gateway");
    }
  }

  private void event(String name, OperationType operation) {
    Map<String, Object> shown = new StoredGateway(call, name).view();
    shown.remove("problems");
    call.events()
        .resource(EVENT_RESOURCE)
        .operation(operation)
        .resourcePath("twostep", "gateways", name)
        .representation(shown)
        .success();
  }
}
