package dev.twostep.keycloak.admin;

import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.office.OfficeBook;
import dev.twostep.keycloak.store.JpaOfficeAccounts;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.events.admin.OperationType;

/** {@code offices/{office}/offers}: accounts whose owners have not said yes or no. */
public final class OfficeOffersResource {

  private final AdminCall call;
  private final Office office;

  OfficeOffersResource(AdminCall call, Office office) {
    this.call = call;
    this.office = office;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list() {
    call.auth().users().requireView();
    return Response.ok(
            new JpaOfficeAccounts(call.session(), call.realm())
                .offersOf(office.id()).stream()
                    .map(account -> OfficeView.account(account, "offeredAt"))
                    .toList())
        .build();
  }

  @DELETE
  @Path("{user}")
  public Response withdraw(@PathParam("user") String id) {
    call.auth().users().requireManage();
    if (!new OfficeBook(call.session(), call.realm(), office).withdraw(id)) {
      throw Answers.absent(true, "invitation");
    }
    new OfficeTrail(call, office.id())
        .account(OperationType.DELETE, id, Map.of("outcome", "not-invited"));
    return Response.noContent().build();
  }
}
