package dev.twostep.keycloak.admin;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/** {@code users/{id}/limits}: an administrator lets a user who used up their tries go on. */
public final class LimitsResource {

  private static final String EVENT_RESOURCE = "TWOSTEP_LIMITS";

  private final AdminCall call;
  private final Consumer<UserModel> forget;

  public LimitsResource(AdminCall call, Consumer<UserModel> forget) {
    this.call = call;
    this.forget = forget;
  }

  /** Forgets the user's wrong answers and sent messages; codes that are dead stay dead. */
  @DELETE
  public Response forget(@PathParam("id") String id) {
    UserModel user =
        Optional.ofNullable(call.session().users().getUserById(call.realm(), id))
            .orElseThrow(() -> Answers.absent(call.auth().users().canQuery(), "user"));
    call.auth().users().requireManage(user);
    forget.accept(user);
    call.events()
        .resource(EVENT_RESOURCE)
        .operation(OperationType.DELETE)
        .resourcePath("twostep", "users", id, "limits")
        .success();
    return Response.noContent().build();
  }
}
