package dev.twostep.keycloak.admin;

import dev.twostep.domain.policy.ScopeKind;
import dev.twostep.keycloak.policy.ProfileGuard;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.storage.ReadOnlyException;

/** {@code scopes/{kind}/{id}}: what one scope sets; PUT replaces it as a whole, DELETE ends it. */
public final class ScopesResource {

  private static final String RESOURCE_TYPE = "TWOSTEP_SCOPE";

  private final AdminCall call;
  private final Clock clock;

  public ScopesResource(AdminCall call, Clock clock) {
    this.call = call;
    this.clock = clock;
  }

  /** The layer of a scope, empty where it sets nothing. */
  @GET
  @Path("{kind}/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response get(@PathParam("kind") String kind, @PathParam("id") String id) {
    ScopeTarget target = new ScopeTargets(call).find(kind, id);
    target.requireView().run();
    return view(target, target.attributes().values(), target.attributes().setBy());
  }

  /** Makes the layer exactly what the body says. */
  @PUT
  @Path("{kind}/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response put(@PathParam("kind") String kind, @PathParam("id") String id, String body) {
    ScopeTarget target = new ScopeTargets(call).find(kind, id);
    target.requireManage().run();
    LayerBody layer = LayerBody.parse(body == null ? "" : body);
    if (!layer.problems().isEmpty()) {
      throw Answers.refused(layer.problems());
    }
    String by = author();
    store(target, layer.attributes(), by);
    event(target, OperationType.UPDATE, LayerView.layer(layer.attributes()));
    return view(target, layer.attributes(), Optional.of(by));
  }

  /** Takes the layer away; what lies below it holds again. */
  @DELETE
  @Path("{kind}/{id}")
  public Response delete(@PathParam("kind") String kind, @PathParam("id") String id) {
    ScopeTarget target = new ScopeTargets(call).find(kind, id);
    target.requireManage().run();
    Map<String, String> before = target.attributes().values();
    if (!before.isEmpty()) {
      store(target, Map.of(), "");
      event(target, OperationType.DELETE, LayerView.layer(before));
    }
    return Response.noContent().build();
  }

  private void store(ScopeTarget target, Map<String, String> values, String by) {
    try {
      target.attributes().replace(values, by);
    } catch (ReadOnlyException e) {
      throw Answers.refused(
          List.of(
              new Problem(
                  "id",
                  "is a " + target.scope().kind().word() + " that Keycloak cannot write",
                  "set the layer on a group, or in the directory that the user comes from")));
    }
  }

  private Response view(ScopeTarget target, Map<String, String> values, Optional<String> setBy) {
    Map<String, Object> json = LayerView.of(target.scope(), values, setBy);
    if (target.scope().kind() == ScopeKind.USER) {
      new ProfileGuard(call.session())
          .openAttribute()
          .ifPresent(
              name ->
                  json.put(
                      "warning",
                      "users may write "
                          + name
                          + ", so only 'required' counts here: run setup, or declare it in the user"
                          + " profile for administrators only"));
    }
    return Response.ok(json).build();
  }

  private void event(ScopeTarget target, OperationType operation, Map<String, Object> layer) {
    call.events()
        .resource(RESOURCE_TYPE)
        .operation(operation)
        .resourcePath("twostep", "scopes", target.scope().kind().word(), target.scope().id())
        .representation(layer)
        .success();
  }

  private String author() {
    AdminAuth admin = call.auth().adminAuth();
    String text =
        clock.instant().truncatedTo(ChronoUnit.SECONDS)
            + " "
            + admin.getRealm().getName()
            + "/"
            + admin.getUser().getUsername();
    return text.length() > 255 ? text.substring(0, 255) : text;
  }
}
