package dev.twostep.keycloak.admin;

import dev.twostep.domain.apppassword.AppPasswordName;
import dev.twostep.keycloak.apppassword.AppPasswordList;
import dev.twostep.keycloak.apppassword.AppPasswordRevoking;
import dev.twostep.keycloak.apppassword.StoredAppPassword;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/** {@code users/{id}/app-passwords}: what a user has, and taking it back; none is made here. */
public final class AppPasswordsResource {

  private static final String EVENT_RESOURCE = "TWOSTEP_APP_PASSWORD";

  private final AdminCall call;

  public AppPasswordsResource(AdminCall call) {
    this.call = call;
  }

  /** Each with its applications, dates and state. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list(@PathParam("id") String id) {
    UserModel user = TargetUser.find(call, id);
    call.auth().users().requireView(user);
    AppPasswordList list = new AppPasswordList(call.session(), call.realm(), user);
    return Response.ok(list.all().stream().map(AppPasswordsResource::json).toList()).build();
  }

  /** Takes one back; its sessions end. */
  @DELETE
  @Path("{credential}")
  public Response revoke(@PathParam("id") String id, @PathParam("credential") String credential) {
    StoredAppPassword gone =
        revoking(id)
            .revoke(credential)
            .orElseThrow(() -> Answers.absent(call.auth().users().canQuery(), "app password"));
    event(id, List.of(gone));
    return Response.noContent().build();
  }

  /** Takes all of them back. */
  @DELETE
  public Response revokeAll(@PathParam("id") String id) {
    List<StoredAppPassword> gone = revoking(id).revokeAll();
    event(id, gone);
    return Response.noContent().build();
  }

  private AppPasswordRevoking revoking(String id) {
    UserModel user = TargetUser.find(call, id);
    call.auth().users().requireManage(user);
    return new AppPasswordRevoking(call.session(), call.realm(), user);
  }

  private void event(String user, List<StoredAppPassword> gone) {
    for (StoredAppPassword one : gone) {
      call.events()
          .clone(call.session())
          .resource(EVENT_RESOURCE)
          .operation(OperationType.DELETE)
          .resourcePath("twostep", "users", user, "app-passwords", one.id())
          .success();
    }
  }

  private static Map<String, Object> json(AppPasswordList.Entry one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", one.id());
    json.put("name", AppPasswordName.shown(one.name()));
    json.put("applications", one.applications());
    json.put("createdAt", one.createdAt().toString());
    one.expiresAt().ifPresent(at -> json.put("expiresAt", at.toString()));
    one.lastUse().ifPresent(use -> json.put("lastUsedAt", use.at().toString()));
    one.lastUse().ifPresent(use -> json.put("lastUsedFrom", use.from()));
    json.put("state", one.state());
    return json;
  }
}
