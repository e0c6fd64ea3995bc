package dev.twostep.keycloak.page;

import dev.twostep.application.delivery.LetterState;
import dev.twostep.channel.pretend.PretendMessage;
import dev.twostep.keycloak.delivery.PhoneLink;
import dev.twostep.keycloak.receipt.ReceiptResource;
import dev.twostep.keycloak.robot.RobotPortalsResource;
import dev.twostep.keycloak.store.JpaLetters;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Small public answers that say nothing about an account, and the page of news behind a login. */
public final class TwostepRealmResource {

  private final KeycloakSession session;

  TwostepRealmResource(KeycloakSession session) {
    this.session = session;
  }

  /** Where users look after their own factors. */
  @Path(MeResource.PATH)
  public MeResource me() {
    return new MeResource(session);
  }

  /** How far a message is; whoever knows its 128 random bits is the page that shows it. */
  @GET
  @Path("delivery/{letter}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response delivery(@PathParam("letter") String letter) {
    var em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    String state = JpaLetters.stateOf(em, letter).map(LetterState::word).orElse("none");
    return uncached(Map.of("state", state));
  }

  /** What an SMS service calls back with. */
  @Path("receipts/{gateway}/{try}")
  public ReceiptResource receipt(
      @PathParam("gateway") String gateway, @PathParam("try") String id) {
    return ReceiptResource.of(session, gateway, id);
  }

  /** The page of one change of a factor; it looks after itself. */
  @Path("news/{id}")
  public NewsResource news(@PathParam("id") String id) {
    return new NewsResource(session, id);
  }

  /** Where an employee sets up a device of an office. */
  @Path("enrol/{token}")
  public EnrolResource enrol(@PathParam("token") String token) {
    return new EnrolResource(session, token);
  }

  /** Where a phone sends the photo of a portal's code. */
  @Path(PhoneLink.PATH)
  public PhotoResource photo() {
    return new PhotoResource(session);
  }

  /** The offices that the visitor looks after. */
  @Path(ManagedOfficesResource.PATH)
  public ManagedOfficesResource offices() {
    return new ManagedOfficesResource(session);
  }

  /** Where robots get codes of portals. */
  @Path(RobotPortalsResource.PATH)
  public RobotPortalsResource portals() {
    return new RobotPortalsResource(session);
  }

  /** For a menu of any application: binds an authenticator app. */
  @GET
  @Path("bind")
  public Response bind() {
    return new BindLink(session).follow();
  }

  /** Every pretended SMS of this server, newest first; not found outside development mode. */
  @GET
  @Path("pretend/messages")
  @Produces(MediaType.APPLICATION_JSON)
  public Response pretended() {
    return Twostep.of(session)
        .pretendInbox()
        .map(inbox -> uncached(inbox.newestFirst().stream().map(this::shown).toList()))
        .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).build());
  }

  private Map<String, String> shown(PretendMessage message) {
    return Map.of("to", message.to().e164(), "text", message.text(), "at", message.at().toString());
  }

  private static Response uncached(Object entity) {
    return Response.ok(entity).header("Cache-Control", "no-store").build();
  }
}
