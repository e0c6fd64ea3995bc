package dev.twostep.keycloak.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;

/** {@code offices}: those that the visitor looks after. */
public final class ManagedOfficesResource {

  static final String PATH = "offices";

  private final KeycloakSession session;

  ManagedOfficesResource(KeycloakSession session) {
    this.session = session;
  }

  /** The list, which may be empty. */
  @GET
  public Response list() {
    Reception reception = new Reception(session, PATH);
    return reception.receive(
        visit -> {
          new Languages(visit).chosen(reception.query("kc_locale"));
          return new ManagedOfficesPage(visit).show();
        });
  }

  /** One of them. */
  @Path("{office}")
  public ManagedOfficeResource office(@PathParam("office") String office) {
    return new ManagedOfficeResource(session, office);
  }
}
