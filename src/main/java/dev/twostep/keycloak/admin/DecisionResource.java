package dev.twostep.keycloak.admin;

import dev.twostep.domain.policy.LoginFacts;
import dev.twostep.domain.policy.Moment;
import dev.twostep.domain.policy.Rulebook;
import dev.twostep.domain.policy.TwoStepPolicy;
import dev.twostep.keycloak.policy.KeycloakLayers;
import dev.twostep.keycloak.policy.Subjects;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;

/** {@code users/{id}/decision}: what a login would need now, and why. Counts and writes nothing. */
public final class DecisionResource {

  private final AdminCall call;
  private final Subjects subjects;
  private final Clock clock;

  public DecisionResource(AdminCall call, Subjects subjects, Clock clock) {
    this.call = call;
    this.subjects = subjects;
    this.clock = clock;
  }

  /** The decision for a fresh login of that user, at that application if one is named. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response decision(
      @PathParam("id") String id, @QueryParam("client") @Nullable String clientId) {
    UserModel user =
        Optional.ofNullable(call.session().users().getUserById(call.realm(), id))
            .orElseThrow(() -> Answers.absent(call.auth().users().canQuery(), "user"));
    call.auth().users().requireView(user);
    ClientModel client = clientId == null || clientId.isBlank() ? null : client(clientId);
    Rulebook rules = new KeycloakLayers(call.session(), call.realm()).rulebook(user, client);
    Moment moment = Moment.fresh(clock.instant());
    LoginFacts facts = new LoginFacts(rules, subjects.of(user), moment);
    return Response.ok(DecisionView.of(TwoStepPolicy.decide(facts))).build();
  }

  private ClientModel client(String clientId) {
    return Optional.ofNullable(call.realm().getClientByClientId(clientId))
        .orElseThrow(
            () ->
                Answers.refused(
                    List.of(
                        new Problem(
                            "client",
                            "no application has this client id",
                            "use the client id as in authorization requests, or leave it out"))));
  }
}
