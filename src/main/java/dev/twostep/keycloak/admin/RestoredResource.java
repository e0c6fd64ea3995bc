package dev.twostep.keycloak.admin;

import dev.twostep.keycloak.device.Epoch;
import dev.twostep.keycloak.store.OpenChallenges;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.keycloak.events.admin.OperationType;

/** {@code restored}: to be called once a backup was restored, which brings back what was ended. */
public final class RestoredResource {

  private static final String EVENT_RESOURCE = "TWOSTEP_RESTORED";

  private final AdminCall call;
  private final Clock clock;

  public RestoredResource(AdminCall call, Clock clock) {
    this.call = call;
    this.clock = clock;
  }

  /** No trust made before now counts, and no code sent before now is accepted. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public Response restored() {
    call.auth().realm().requireManageRealm();
    Instant now = clock.instant();
    Epoch.start(call.realm(), now);
    int ended = OpenChallenges.end(call.session(), call.realm(), now);
    Map<String, Object> shown = Map.of("epoch", now.toString(), "endedChallenges", ended);
    call.events()
        .resource(EVENT_RESOURCE)
        .operation(OperationType.ACTION)
        .resourcePath("twostep", "restored")
        .representation(shown)
        .success();
    return Response.ok(shown).build();
  }
}
