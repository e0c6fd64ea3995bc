package dev.twostep.keycloak.admin;

import dev.twostep.domain.policy.Occasion;
import dev.twostep.domain.policy.Occasions;
import dev.twostep.domain.policy.Preset;
import dev.twostep.keycloak.policy.ApplicationSettings;
import dev.twostep.keycloak.policy.OccasionAttributes;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;

/** {@code applications/{id}}: how often an application asks; PUT replaces, DELETE undoes. */
public final class ApplicationsResource {

  private static final String RESOURCE_TYPE = "TWOSTEP_APPLICATION";

  private final AdminCall call;
  private final ClientModel client;

  /** For the client of that id, in the realm of the call only. */
  public ApplicationsResource(AdminCall call, String id) {
    this.call = call;
    this.client =
        Optional.ofNullable(call.realm().getClientById(id))
            .orElseThrow(() -> Answers.absent(call.auth().clients().canList(), "client"));
  }

  /** What is stored, and what holds with the realm's own word. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response get() {
    call.auth().clients().requireView(client);
    return view();
  }

  /** Sets how often it asks; a passcode or app passwords of a preset stay. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response put(String text) {
    call.auth().clients().requireConfigure(client);
    ApplicationBody body = ApplicationBody.occasions(text == null ? "" : text);
    if (!body.problems().isEmpty()) {
      throw Answers.refused(body.problems());
    }
    settings().ask(body.occasions());
    event(OperationType.UPDATE);
    return view();
  }

  /** Makes it one of the known kinds of applications, in one call. */
  @PUT
  @Path("preset")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response preset(String text) {
    call.auth().clients().requireConfigure(client);
    ApplicationBody body = ApplicationBody.preset(text == null ? "" : text);
    if (!body.problems().isEmpty()) {
      throw Answers.refused(body.problems());
    }
    settings().choose(body.preset().orElseThrow());
    event(OperationType.UPDATE);
    return view();
  }

  /** Leaves the client as it was before the first of our settings. */
  @DELETE
  public Response delete() {
    call.auth().clients().requireConfigure(client);
    if (!settings().stored().isEmpty()) {
      settings().clear();
      event(OperationType.DELETE);
    }
    return Response.noContent().build();
  }

  private ApplicationSettings settings() {
    return new ApplicationSettings(client);
  }

  private Response view() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("application", Map.of("id", client.getId(), "clientId", client.getClientId()));
    settings().preset().map(Preset::word).ifPresent(word -> json.put("preset", word));
    json.put("stored", settings().stored());
    json.put("holds", holds(OccasionAttributes.of(call.realm(), client)));
    return Response.ok(json).build();
  }

  private static Map<String, Object> holds(Occasions occasions) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("occasions", occasions.asks().stream().sorted().map(Occasion::word).toList());
    occasions.atMost().ifPresent(age -> json.put("maxAge", age.toString()));
    json.put("offers", occasions.offers());
    json.put("unreadable", occasions.unreadable().stream().map(Object::toString).toList());
    return json;
  }

  private void event(OperationType operation) {
    call.events()
        .resource(RESOURCE_TYPE)
        .operation(operation)
        .resourcePath("twostep", "applications", client.getId())
        .representation(settings().stored())
        .success();
  }
}
