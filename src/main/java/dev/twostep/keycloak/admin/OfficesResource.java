package dev.twostep.keycloak.admin;

import dev.twostep.domain.office.Office;
import dev.twostep.domain.office.OfficeOptions;
import dev.twostep.keycloak.store.JpaOffices;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.utils.KeycloakModelUtils;

/** {@code offices}: sets of accounts that accept the codes of the same named devices. */
public final class OfficesResource {

  private final AdminCall call;

  public OfficesResource(AdminCall call) {
    this.call = call;
  }

  /** By name. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list() {
    call.auth().users().requireView();
    OfficeView view = new OfficeView(call);
    return Response.ok(offices().all().stream().map(view::of).toList()).build();
  }

  /** A new one, without devices and accounts. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response create(String body) {
    call.auth().users().requireManage();
    Office wanted =
        new OfficeBody(call, new Office(KeycloakModelUtils.generateId(), "", OfficeOptions.usual()))
            .read(body == null ? "" : body);
    offices().add(wanted, Twostep.of(call.session()).clock().instant());
    OfficeView view = new OfficeView(call);
    new OfficeTrail(call, wanted.id()).office(OperationType.CREATE, view.options(wanted));
    return Response.status(Response.Status.CREATED).entity(view.of(wanted)).build();
  }

  @Path("{office}")
  public OfficeResource one(@PathParam("office") String id) {
    return new OfficeResource(
        call,
        offices()
            .find(id)
            .orElseThrow(() -> Answers.absent(call.auth().users().canView(), "office")));
  }

  private JpaOffices offices() {
    return new JpaOffices(call.session(), call.realm());
  }
}
