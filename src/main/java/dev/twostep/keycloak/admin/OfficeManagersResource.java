package dev.twostep.keycloak.admin;

import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.store.JpaOffices;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/** {@code offices/{office}/managers}: who looks after it on a page, without being administrator. */
public final class OfficeManagersResource {

  private final AdminCall call;
  private final Office office;
  private final JpaOffices offices;

  OfficeManagersResource(AdminCall call, Office office) {
    this.call = call;
    this.office = office;
    this.offices = new JpaOffices(call.session(), call.realm());
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list() {
    call.auth().users().requireView();
    return Response.ok(offices.managers(office.id()).stream().map(this::json).toList()).build();
  }

  @PUT
  @Path("{user}")
  public Response add(@PathParam("user") String id) {
    call.auth().users().requireManage();
    UserModel user = TargetUser.find(call, id);
    if (offices.addManager(office.id(), user.getId())) {
      new OfficeTrail(call, office.id()).manager(OperationType.CREATE, user.getId());
    }
    return Response.noContent().build();
  }

  @DELETE
  @Path("{user}")
  public Response remove(@PathParam("user") String id) {
    call.auth().users().requireManage();
    if (!offices.removeManager(office.id(), id)) {
      throw Answers.absent(true, "manager");
    }
    new OfficeTrail(call, office.id()).manager(OperationType.DELETE, id);
    return Response.noContent().build();
  }

  private Map<String, String> json(String id) {
    return Map.of(
        "id",
        id,
        "userName",
        Optional.ofNullable(call.session().users().getUserById(call.realm(), id))
            .map(UserModel::getUsername)
            .orElse(""));
  }
}
