package dev.twostep.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.domain.code.LockerRing;
import dev.twostep.keycloak.portal.PortalVault;
import dev.twostep.keycloak.store.JpaPortalKeys;
import dev.twostep.keycloak.store.PortalRelocking;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.events.admin.OperationType;

/**
 * {@code portals/keys}: the keys that portals' keys are locked with, by their ids only. The master
 * realm's are those of all realms.
 */
public final class PortalKeysResource {

  private static final String RESOURCE_TYPE = "TWOSTEP_PORTAL_KEY";
  private static final String EXAMPLE = "send nothing, or {\"most\": 1000}";

  private final AdminCall call;

  public PortalKeysResource(AdminCall call) {
    this.call = call;
  }

  /** The ids, and how many rows each has locked. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list() {
    call.auth().realm().requireViewRealm();
    return Response.ok(view()).build();
  }

  /** Locks everything anew with the current key; call it again if it was stopped. */
  @POST
  @Path("rotate")
  @Produces(MediaType.APPLICATION_JSON)
  public Response rotate(@Nullable String body) {
    call.auth().realm().requireManageRealm();
    int most = most(SmallJson.read(body == null ? "" : body, EXAMPLE));
    PortalRelocking.Done done =
        new PortalRelocking(
                call.session().getKeycloakSessionFactory(), new PortalVault(ring()), realm())
            .run(most);
    Map<String, Object> json = view();
    json.put("relocked", done.relocked());
    json.put("unreadable", done.unreadable());
    event("rotate", json);
    return Response.ok(json).build();
  }

  /** Whether a key may be taken out of the options: not while anything is locked with it. */
  @POST
  @Path("{id}/retire")
  @Produces(MediaType.APPLICATION_JSON)
  public Response retire(@PathParam("id") String id) {
    call.auth().realm().requireManageRealm();
    if (id.equals(ring().current())) {
      throw conflict("is the one that locks", "name another as portal-key first");
    }
    long rows = new JpaPortalKeys(call.session(), Optional.empty()).counts().getOrDefault(id, 0L);
    if (rows > 0) {
      throw conflict(
          realm().isPresent() ? "still locks rows of this server" : "still locks " + rows + " rows",
          "POST portals/keys/rotate in the master realm first");
    }
    if (!ring().ids().contains(id)) {
      throw Answers.absent(true, "key");
    }
    event("retire", Map.of("id", id));
    return Response.ok(
            Map.of("id", id, "text", "It may be taken out of portal-read-keys of all nodes."))
        .build();
  }

  private Map<String, Object> view() {
    Map<String, Long> rows = new JpaPortalKeys(call.session(), realm()).counts();
    TreeSet<String> ids = new TreeSet<>(rows.keySet());
    ids.addAll(ring().ids());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("current", ring().current());
    json.put("keys", ids.stream().map(id -> json(id, rows.getOrDefault(id, 0L))).toList());
    return json;
  }

  private Map<String, Object> json(String id, long rows) {
    return Map.of("id", id, "rows", rows, "readable", ring().ids().contains(id));
  }

  private LockerRing ring() {
    return Twostep.of(call.session())
        .portalKeys()
        .orElseThrow(
            () ->
                Answers.busy(
                    new Problem("key", "is not there", "see the log of the server's start")));
  }

  private Optional<String> realm() {
    return call.realm().getName().equals(Config.getAdminRealm())
        ? Optional.empty()
        : Optional.of(call.realm().getId());
  }

  private static int most(JsonNode json) {
    SmallJson.unknown(json, List.of("most"))
        .ifPresent(
            problem -> {
              throw Answers.refused(List.of(problem));
            });
    JsonNode most = json.path("most");
    if (most.isMissingNode()) {
      return Integer.MAX_VALUE;
    }
    if (!most.isInt() || most.intValue() < 1) {
      throw Answers.refused(List.of(new Problem("most", "is no positive number", EXAMPLE)));
    }
    return most.intValue();
  }

  private static RuntimeException conflict(String problem, String hint) {
    return Answers.conflict(new Problem("id", problem, hint));
  }

  private void event(String what, Map<String, ?> shown) {
    call.events()
        .resource(RESOURCE_TYPE)
        .operation(OperationType.ACTION)
        .resourcePath("twostep", "portals", "keys", what)
        .representation(shown)
        .success();
  }
}
