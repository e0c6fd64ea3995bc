package dev.twostep.keycloak.admin;

import dev.twostep.keycloak.credential.Suspensions;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/** {@code users/{id}/suspensions}: the factors that a user disowned, and giving one back. */
public final class SuspensionsResource {

  private static final String EVENT_RESOURCE = "TWOSTEP_SUSPENSION";

  private final AdminCall call;

  public SuspensionsResource(AdminCall call) {
    this.call = call;
  }

  /** Each suspended credential, also one that was deleted since. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list(@PathParam("id") String id) {
    UserModel user = user(id);
    call.auth().users().requireView(user);
    return Response.ok(
            new Suspensions(user).all().stream().sorted().map(one -> json(user, one)).toList())
        .build();
  }

  /** Lets the factor count again. */
  @DELETE
  @Path("{credential}")
  public Response lift(@PathParam("id") String id, @PathParam("credential") String credential) {
    UserModel user = user(id);
    call.auth().users().requireManage(user);
    if (!new Suspensions(user).lift(credential)) {
      throw Answers.absent(call.auth().users().canQuery(), "suspension");
    }
    call.events()
        .resource(EVENT_RESOURCE)
        .operation(OperationType.DELETE)
        .resourcePath("twostep", "users", id, "suspensions", credential)
        .success();
    return Response.noContent().build();
  }

  private UserModel user(String id) {
    return Optional.ofNullable(call.session().users().getUserById(call.realm(), id))
        .orElseThrow(() -> Answers.absent(call.auth().users().canQuery(), "user"));
  }

  private static Map<String, String> json(UserModel user, String credential) {
    CredentialModel stored = user.credentialManager().getStoredCredentialById(credential);
    return stored == null
        ? Map.of("credential", credential)
        : Map.of(
            "credential",
            credential,
            "type",
            stored.getType(),
            "label",
            Objects.requireNonNullElse(stored.getUserLabel(), ""));
  }
}
