package dev.twostep.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.domain.portal.RobotRules;
import dev.twostep.keycloak.robot.RobotRulesJson;
import dev.twostep.keycloak.robot.RobotRulesReader;
import dev.twostep.keycloak.store.JpaPortalRobots;
import dev.twostep.keycloak.store.JpaPortalRobots.Robot;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;

/** {@code portals/robots}: which service accounts may ask for codes of which portals. */
public final class PortalRobotsResource {

  private static final String RESOURCE_TYPE = "TWOSTEP_PORTAL_ROBOT";
  private static final int LONGEST = 4000;
  private static final String EXAMPLE =
      "send {\"portals\": [\"paypal\"], \"owners\": [{\"group\": \"/customers\"}]}";

  private final AdminCall call;
  private final JpaPortalRobots robots;

  public PortalRobotsResource(AdminCall call) {
    this.call = call;
    this.robots = new JpaPortalRobots(call.session(), call.realm());
  }

  /** All that have rules. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list() {
    call.auth().realm().requireViewRealm();
    return Response.ok(robots.all().stream().map(this::json).toList()).build();
  }

  @GET
  @Path("{client}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response get(@PathParam("client") String client) {
    call.auth().realm().requireViewRealm();
    return Response.ok(json(found(client))).build();
  }

  /** Instead of whatever it had; what is not named is not allowed. */
  @PUT
  @Path("{client}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response put(@PathParam("client") String id, @Nullable String body) {
    call.auth().realm().requireManageRealm();
    ClientModel client = serviceAccount(id);
    String rules = RobotRulesJson.text(rules(body == null ? "" : body));
    if (rules.length() > LONGEST) {
      throw refused("body", "is longer than " + LONGEST + " characters", "name fewer things");
    }
    boolean known = robots.find(client.getId()).isPresent();
    Robot robot = new Robot(client.getId(), rules, Twostep.of(call.session()).clock().instant());
    robots.put(robot);
    event(known ? OperationType.UPDATE : OperationType.CREATE, robot.client(), json(robot));
    return Response.ok(json(robot)).build();
  }

  /** From now on it may ask for nothing. */
  @DELETE
  @Path("{client}")
  public Response delete(@PathParam("client") String client) {
    call.auth().realm().requireManageRealm();
    robots.remove(found(client).client());
    event(OperationType.DELETE, client, Map.of());
    return Response.noContent().build();
  }

  private RobotRules rules(String body) {
    JsonNode json = SmallJson.read(body, EXAMPLE);
    RobotRulesReader reader = RobotRulesReader.ofAdministrator(call.session(), call.realm());
    RobotRules rules = reader.read(json);
    if (!reader.flaws().isEmpty()) {
      throw Answers.refused(
          reader.flaws().stream()
              .map(flaw -> new Problem(flaw.field(), flaw.problem(), flaw.hint()))
              .toList());
    }
    return rules;
  }

  private ClientModel serviceAccount(String id) {
    ClientModel client =
        Optional.ofNullable(call.realm().getClientById(id))
            .orElseThrow(() -> Answers.absent(true, "client"));
    if (!client.isServiceAccountsEnabled()) {
      throw refused(
          "client",
          "has no service account",
          "turn on \"Service accounts roles\" of the client, and give it the role twostep-robot");
    }
    return client;
  }

  private Robot found(String client) {
    return robots.find(client).orElseThrow(() -> Answers.absent(true, "robot"));
  }

  private Map<String, Object> json(Robot robot) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("client", robot.client());
    Optional.ofNullable(call.realm().getClientById(robot.client()))
        .ifPresent(client -> json.put("clientId", client.getClientId()));
    json.put("rules", RobotRulesJson.shown(robot.rules()));
    json.put("changedAt", robot.changedAt().toString());
    return json;
  }

  private static RuntimeException refused(String field, String problem, String hint) {
    return Answers.refused(List.of(new Problem(field, problem, hint)));
  }

  private void event(OperationType operation, String client, Map<String, ?> shown) {
    call.events()
        .resource(RESOURCE_TYPE)
        .operation(operation)
        .resourcePath("twostep", "portals", "robots", client)
        .representation(shown)
        .success();
  }
}
