package dev.twostep.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.domain.office.DeviceRefusal;
import dev.twostep.domain.office.Office;
import dev.twostep.domain.office.OfficeDevice;
import dev.twostep.keycloak.office.OfficeStaff;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/** {@code offices/{office}/devices}: one per employee; their secrets are shown nowhere. */
public final class OfficeDevicesResource {

  private static final String EXAMPLE = "send {\"label\": \"Anna's phone\"}";

  private final AdminCall call;
  private final Office office;
  private final OfficeStaff staff;

  OfficeDevicesResource(AdminCall call, Office office) {
    this.call = call;
    this.office = office;
    this.staff = new OfficeStaff(call.session(), call.realm(), office);
  }

  /** Revoked ones as well, the oldest first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list() {
    call.auth().users().requireView();
    OfficeView view = new OfficeView(call);
    return Response.ok(staff.all().stream().map(view::device).toList()).build();
  }

  /** Invites an employee; this answer alone ever holds the link. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response invite(String body) {
    call.auth().users().requireManage();
    JsonNode json = SmallJson.read(body == null ? "" : body, EXAMPLE);
    SmallJson.unknown(json, List.of("label", "owner"))
        .ifPresent(
            problem -> {
              throw Answers.refused(List.of(problem));
            });
    Optional<UserModel> owner =
        Optional.of(json.path("owner").asText("")).filter(o -> !o.isBlank()).map(this::owner);
    String label = json.path("label").asText("");
    return answer(staff.invite(label, owner), OperationType.CREATE, Response.Status.CREATED);
  }

  /** A new link for the same device, whose present secret works until the new one is confirmed. */
  @POST
  @Path("{device}/renew")
  @Produces(MediaType.APPLICATION_JSON)
  public Response renew(@PathParam("device") String id) {
    call.auth().users().requireManage();
    return answer(staff.renew(find(id)), OperationType.UPDATE, Response.Status.OK);
  }

  @PUT
  @Path("{device}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response rename(@PathParam("device") String id, String body) {
    call.auth().users().requireManage();
    OfficeDevice device = find(id);
    String label = SmallJson.read(body == null ? "" : body, EXAMPLE).path("label").asText("");
    staff
        .rename(device, label)
        .ifPresent(
            why -> {
              throw refused(why);
            });
    trail().device(OperationType.UPDATE, id, Map.of("label", label.strip()));
    return Response.noContent().build();
  }

  /**
   * At once; {@code sessions} is {@code end} or {@code keep}, else what the office's option says.
   */
  @DELETE
  @Path("{device}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response revoke(
      @PathParam("device") String id, @QueryParam("sessions") @Nullable String sessions) {
    call.auth().users().requireManage();
    OfficeDevice device = find(id);
    OfficeStaff.Revoked revoked = staff.revoke(device, isEnding(sessions));
    if (revoked.done()) {
      trail()
          .device(
              OperationType.DELETE,
              id,
              Map.of("label", device.label(), "sessionsEnded", revoked.sessions()));
    }
    return Response.ok(Map.of("sessionsEnded", revoked.sessions())).build();
  }

  private boolean isEnding(@Nullable String sessions) {
    if (sessions == null) {
      return office.options().endSessions();
    }
    if (!sessions.equals("end") && !sessions.equals("keep")) {
      throw Answers.refused(
          List.of(new Problem("sessions", "is neither end nor keep", "use one of them, or none")));
    }
    return sessions.equals("end");
  }

  private Response answer(
      OfficeStaff.Invitation made, OperationType operation, Response.Status status) {
    if (made instanceof OfficeStaff.Refused refused) {
      throw refused(refused.why());
    }
    OfficeStaff.Invited invited = (OfficeStaff.Invited) made;
    trail()
        .device(
            operation,
            invited.device().id(),
            Map.of(
                "label", invited.device().label(), "invitedUntil", invited.expiresAt().toString()));
    return Response.status(status)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(
            Map.of(
                "id", invited.device().id(),
                "link", invited.url(),
                "expiresAt", invited.expiresAt().toString()))
        .build();
  }

  static WebApplicationException refused(DeviceRefusal why) {
    return Answers.refused(List.of(new Problem(why.field(), why.problem(), why.hint())));
  }

  private UserModel owner(String typed) {
    var users = call.session().users();
    UserModel byId = users.getUserById(call.realm(), typed);
    UserModel found = byId == null ? users.getUserByUsername(call.realm(), typed) : byId;
    if (found == null) {
      throw refused(DeviceRefusal.OWNER_UNKNOWN);
    }
    return found;
  }

  private OfficeDevice find(String id) {
    return staff
        .find(id)
        .orElseThrow(() -> Answers.absent(call.auth().users().canView(), "device"));
  }

  private OfficeTrail trail() {
    return new OfficeTrail(call, office.id());
  }
}
