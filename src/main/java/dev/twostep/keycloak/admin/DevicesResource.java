package dev.twostep.keycloak.admin;

import dev.twostep.keycloak.device.DeviceList;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/** {@code users/{id}/devices}: the browsers that a user trusts, and ending that. */
public final class DevicesResource {

  private static final String EVENT_RESOURCE = "TWOSTEP_DEVICE";

  private final AdminCall call;

  public DevicesResource(AdminCall call) {
    this.call = call;
  }

  /** Those that still count, the oldest first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list(@PathParam("id") String id) {
    UserModel user = TargetUser.find(call, id);
    call.auth().users().requireView(user);
    return Response.ok(devices(user).all().stream().map(DevicesResource::json).toList()).build();
  }

  /** All of them, at once and on every node. */
  @DELETE
  @Produces(MediaType.APPLICATION_JSON)
  public Response forgetAll(@PathParam("id") String id) {
    UserModel user = TargetUser.find(call, id);
    call.auth().users().requireManage(user);
    int removed = devices(user).forgetAll();
    event(id, "");
    return Response.ok(Map.of("removed", removed)).build();
  }

  /** The one whose {@code id} the list gave. */
  @DELETE
  @Path("{device}")
  public Response forget(@PathParam("id") String id, @PathParam("device") String device) {
    UserModel user = TargetUser.find(call, id);
    call.auth().users().requireManage(user);
    if (!devices(user).forget(device)) {
      throw Answers.absent(call.auth().users().canQuery(), "device");
    }
    event(id, device);
    return Response.noContent().build();
  }

  private DeviceList devices(UserModel user) {
    return new DeviceList(call.session(), call.realm(), user);
  }

  private void event(String user, String device) {
    var event = call.events().resource(EVENT_RESOURCE).operation(OperationType.DELETE);
    if (device.isEmpty()) {
      event.resourcePath("twostep", "users", user, "devices").success();
    } else {
      event.resourcePath("twostep", "users", user, "devices", device).success();
    }
  }

  private static Map<String, Object> json(DeviceList.Listed one) {
    return Map.of(
        "id", one.credential(),
        "name", one.name(),
        "trustedAt", one.device().made().at().toString(),
        "lastUsedAt", one.device().use().at().toString(),
        "passcode", one.device().lock().exists());
  }
}
