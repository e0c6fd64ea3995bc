package dev.twostep.keycloak.admin;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.pass.IssuePass;
import dev.twostep.domain.pass.SealedPass;
import dev.twostep.keycloak.credential.PassShelf;
import dev.twostep.keycloak.credential.StoredPass;
import dev.twostep.keycloak.policy.TwostepRealms;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/** {@code users/{id}/pass}: lets somebody in who lost their factors, to set up a new one. */
public final class PassResource {

  private static final String EVENT_RESOURCE = "TWOSTEP_PASS";

  private final AdminCall call;
  private final Optional<IssuePass> issuing;

  /** Without {@code issuing} the server has no key, and no pass can be issued. */
  public PassResource(AdminCall call, Optional<IssuePass> issuing) {
    this.call = call;
    this.issuing = issuing;
  }

  /** A new pass in place of an earlier one; this answer alone ever holds it. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public Response issue(@PathParam("id") String id) {
    UserModel user = TargetUser.find(call, id);
    call.auth().users().requireManage(user);
    call.auth().users().requireResetPassword(user);
    TargetUser.requireSomebodyElse(call, user);
    IssuePass.Issued issued = issuing().issue(new Account(call.realm().getId(), user.getId()));
    SealedPass sealed = issued.sealed();
    new PassShelf(user).keep(new StoredPass(sealed, TargetUser.author(call)));
    event(id, OperationType.CREATE, Map.of("expiresAt", sealed.term().expiresAt().toString()));
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(
            Map.of(
                "pass", issued.pass().grouped(), "expiresAt", sealed.term().expiresAt().toString()))
        .build();
  }

  /** Whether there is a pass, and whose word it was; never the pass. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response look(@PathParam("id") String id) {
    UserModel user = TargetUser.find(call, id);
    call.auth().users().requireView(user);
    Map<String, Object> json =
        new PassShelf(user)
            .pass()
            .<Map<String, Object>>map(
                pass ->
                    Map.of(
                        "exists", true,
                        "issuedAt", pass.sealed().term().issuedAt().toString(),
                        "expiresAt", pass.sealed().term().expiresAt().toString(),
                        "by", pass.by()))
            .orElseGet(() -> Map.of("exists", false));
    return Response.ok(json).build();
  }

  /** Takes the pass back, even while somebody sets a factor up with it. */
  @DELETE
  public Response takeBack(@PathParam("id") String id) {
    UserModel user = TargetUser.find(call, id);
    call.auth().users().requireManage(user);
    if (new PassShelf(user).remove()) {
      event(id, OperationType.DELETE, Map.of());
    }
    return Response.noContent().build();
  }

  private IssuePass issuing() {
    if (!TwostepRealms.isSetUp(call.realm())) {
      throw Answers.refused(
          List.of(
              new Problem(
                  "realm",
                  "has no two-step login, so nobody would ask for a pass",
                  "run setup: POST …/twostep/setup")));
    }
    return issuing.orElseThrow(
        () ->
            Answers.refused(
                List.of(
                    new Problem(
                        "server",
                        "has no server key, without which no pass can be sealed",
                        "set --spi-twostep--default--server-key and restart"))));
  }

  private void event(String user, OperationType operation, Map<String, String> shown) {
    call.events()
        .resource(EVENT_RESOURCE)
        .operation(operation)
        .resourcePath("twostep", "users", user, "pass")
        .representation(shown)
        .success();
  }
}
