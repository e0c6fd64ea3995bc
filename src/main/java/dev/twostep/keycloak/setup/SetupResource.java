package dev.twostep.keycloak.setup;

import dev.twostep.keycloak.setup.SetupReport.Applied;
import dev.twostep.keycloak.setup.SetupReport.Checked;
import dev.twostep.keycloak.setup.SetupReport.Refused;
import dev.twostep.keycloak.setup.SetupReport.Undone;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** {@code /admin/realms/{realm}/twostep/setup}: look, make or repair, put everything back. */
@Produces(MediaType.APPLICATION_JSON)
public final class SetupResource {

  private static final Logger LOG = Logger.getLogger(SetupResource.class);
  static final String EVENT_RESOURCE = "TWOSTEP_SETUP";

  private final KeycloakSession session;
  private final AdminPermissionEvaluator auth;
  private final AdminEventBuilder events;
  private final BooleanSupplier serverKeyPresent;

  /** One per request, for the realm of the session's context. */
  public SetupResource(
      KeycloakSession session,
      AdminPermissionEvaluator auth,
      AdminEventBuilder events,
      BooleanSupplier serverKeyPresent) {
    this.session = session;
    this.auth = auth;
    this.events = events;
    this.serverKeyPresent = serverKeyPresent;
  }

  /** What is set up and what an administrator should know; changes nothing. */
  @GET
  public Checked check() {
    auth.realm().requireViewRealm();
    return refusing(() -> setup().check());
  }

  /** Makes or repairs everything; a second call changes nothing. */
  @POST
  public Applied apply() {
    auth.realm().requireManageRealm();
    Applied applied = refusing(() -> setup().apply());
    if (!applied.changed().isEmpty()) {
      record(OperationType.UPDATE, applied.changed());
    }
    return applied;
  }

  /** Puts everything back as it was before setup; the policy's own attributes stay. */
  @DELETE
  public Undone undo() {
    auth.realm().requireManageRealm();
    Undone undone = refusing(() -> setup().undo());
    if (!undone.changed().isEmpty()) {
      record(OperationType.DELETE, undone.changed());
    }
    return undone;
  }

  private Setup setup() {
    return new SetupOfRealm(session, auth.adminAuth().getRealm(), serverKeyPresent).compose();
  }

  private void record(OperationType operation, Object changes) {
    events
        .operation(operation)
        .resource(EVENT_RESOURCE)
        .resourcePath(session.getContext().getUri())
        .representation(changes)
        .success();
  }

  /** Keycloak rolls the request back for every {@link ErrorResponseException}. */
  private static <T> T refusing(Supplier<T> work) {
    try {
      return work.get();
    } catch (SetupRefused refused) {
      throw refusal(new Refused(String.valueOf(refused.getMessage()), refused.hint()));
    } catch (ModelException | ComponentValidationException failed) {
      LOG.warn("Setup failed; nothing is changed", failed);
      throw refusal(
          new Refused(
              "Keycloak refused a change: " + failed.getMessage(),
              "Nothing is changed. Mend what it names, then try again; the server log says more."));
    }
  }

  private static ErrorResponseException refusal(Refused answer) {
    return new ErrorResponseException(
        Response.status(Response.Status.CONFLICT)
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(answer)
            .build());
  }
}
