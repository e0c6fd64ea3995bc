package dev.twostep.keycloak.admin;

import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.office.ErrorsCsv;
import dev.twostep.keycloak.store.JpaOfficeImports;
import dev.twostep.keycloak.store.JpaOfficeImports.Import;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** {@code offices/{office}/imports}: how far uploaded lists are, on whichever node they run. */
public final class OfficeImportsResource {

  private static final int MOST = 20;

  private final AdminCall call;
  private final Office office;
  private final JpaOfficeImports imports;

  OfficeImportsResource(AdminCall call, Office office) {
    this.call = call;
    this.office = office;
    this.imports = new JpaOfficeImports(call.session(), call.realm(), office.id());
  }

  /** The last ones, newest first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list() {
    call.auth().users().requireView();
    return Response.ok(imports.all(MOST).stream().map(this::json).toList()).build();
  }

  @GET
  @Path("{list}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response look(@PathParam("list") String id) {
    call.auth().users().requireView();
    return Response.ok(json(find(id))).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** The lines that could not be followed, as CSV. */
  @GET
  @Path("{list}/errors")
  @Produces("text/csv")
  public Response errors(@PathParam("list") String id) {
    call.auth().users().requireView();
    return new ErrorsCsv(call.session(), call.realm(), office.id(), find(id).id()).download();
  }

  private Import find(String id) {
    return imports
        .find(id)
        .orElseThrow(() -> Answers.absent(call.auth().users().canView(), "import"));
  }

  private Map<String, Object> json(Import one) {
    Instant now = Twostep.of(call.session()).clock().instant();
    Map<String, Integer> counts = new TreeMap<>();
    one.progress().counts().forEach((outcome, count) -> counts.put(outcome.word(), count));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", one.id());
    json.put("state", one.stateAt(now));
    json.put("dryRun", one.dryRun());
    json.put("lines", one.progress().lines());
    json.put("done", one.progress().done());
    json.put("outcomes", counts);
    json.put("by", one.by());
    json.put("startedAt", one.started().toString());
    json.put("touchedAt", one.touched().toString());
    return json;
  }
}
