package dev.twostep.keycloak.robot;

import dev.twostep.application.portal.ReportCode.Report;
import dev.twostep.domain.portal.RobotRules;
import dev.twostep.keycloak.store.JpaLeasedPortals;
import dev.twostep.keycloak.store.JpaLeasedPortals.Seen;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** {@code portals}: where robots get codes; never the key that makes them. */
public final class RobotPortalsResource {

  public static final String PATH = "portals";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Twostep twostep;

  public RobotPortalsResource(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.twostep = Twostep.of(session);
  }

  /** What it may ask for of one owner; nothing tells an owner without any from none. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list(@QueryParam("owner") @Nullable String owner) {
    Robot robot = enter();
    if (owner == null || owner.isBlank()) {
      throw Refusal.of(
          Response.Status.BAD_REQUEST, "bad-request", "Name the owner: ?owner= user name or id.");
    }
    return Response.ok(portals(robot, owner).stream().map(RobotPortalsResource::json).toList())
        .header("Cache-Control", "no-store")
        .build();
  }

  private List<Seen> portals(Robot robot, String owner) {
    Grounds grounds = new Grounds(session, realm, robot);
    RobotRules rules = robot.rules();
    return user(owner)
        .filter(UserModel::isEnabled)
        .filter(grounds::isOwners)
        .map(user -> new JpaLeasedPortals(session, realm).of(user.getId()))
        .orElse(List.of())
        .stream()
        .filter(portal -> rules.allowsPortal(portal.entry()))
        .toList();
  }

  private Optional<UserModel> user(String typed) {
    return Optional.ofNullable(session.users().getUserById(realm, typed))
        .or(() -> Optional.ofNullable(session.users().getUserByUsername(realm, typed)));
  }

  private static Map<String, String> json(Seen portal) {
    return Map.of(
        "id", portal.id(),
        "name", portal.name(),
        "entry", portal.entry().orElse(RobotRules.BY_NAME),
        "state", portal.state().word());
  }

  /** The code of a step that is this job's alone, or when to come for it. */
  @POST
  @Path("{portal}/lease")
  @Produces(MediaType.APPLICATION_JSON)
  public Response lease(@PathParam("portal") String portal, @Nullable String body) {
    Robot robot = enter();
    String job = RobotBody.job(body);
    return settled(robot, () -> new Leasing(session, realm, robot).lease(portal, job));
  }

  /** What the portal said to it. */
  @POST
  @Path("{portal}/lease/{job}/report")
  @Produces(MediaType.APPLICATION_JSON)
  public Response report(
      @PathParam("portal") String portal, @PathParam("job") String job, @Nullable String body) {
    Robot robot = enter();
    String name = RobotBody.named(job);
    Report report = RobotBody.report(body);
    return settled(robot, () -> new Reporting(session, realm, robot).report(portal, name, report));
  }

  private Response settled(Robot robot, Supplier<Response> work) {
    return new Trace(session, realm, robot.client())
        .of(
            () ->
                twostep
                    .robotDesk()
                    .gate()
                    .pass(work)
                    .orElseThrow(
                        () -> Refusal.tooMany("Too many robots ask at once.", Gate.RETRY)));
  }

  private Robot enter() {
    return new RobotEntrance(session, twostep.robotDesk().paces(), twostep.clock().instant())
        .enter();
  }
}
