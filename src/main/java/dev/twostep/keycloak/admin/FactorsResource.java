package dev.twostep.keycloak.admin;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.keycloak.credential.PassShelf;
import dev.twostep.keycloak.recovery.FactorReset;
import dev.twostep.keycloak.recovery.UserSessions;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/** {@code users/{id}/factors}: takes a user's second factors away, so that set-up starts anew. */
public final class FactorsResource {

  private static final String EVENT_RESOURCE = "TWOSTEP_FACTORS";
  private static final String SUSPENDED = "twostep.suspended";

  private final AdminCall call;
  private final Clock clock;
  private final Consumer<UserModel> forgetLimits;

  public FactorsResource(AdminCall call, Clock clock, Consumer<UserModel> forgetLimits) {
    this.call = call;
    this.clock = clock;
    this.forgetLimits = forgetLimits;
  }

  /** All of them, or those of one kind; the user's own choice and a live pass stay. */
  @DELETE
  @Produces(MediaType.APPLICATION_JSON)
  public Response reset(@PathParam("id") String id, @QueryParam("kind") @Nullable String kind) {
    UserModel user = TargetUser.find(call, id);
    call.auth().users().requireManage(user);
    TargetUser.requireSomebodyElse(call, user);
    Optional<FactorKind> only = only(kind);
    List<Map<String, String>> removed =
        new FactorReset(call.session(), call.realm(), user)
            .remove(one -> only.isEmpty() || only.get() == one.kind()).stream()
                .map(one -> Map.of("kind", one.kind().word(), "id", one.credential().getId()))
                .toList();
    if (only.isEmpty()) {
      startAnew(user);
    }
    new UserSessions(call.session(), call.realm(), user).endAllBut("");
    event(id, removed);
    return Response.ok(Map.of("removed", removed)).build();
  }

  private void startAnew(UserModel user) {
    if (user.getFirstAttribute(SUSPENDED) != null) {
      user.removeAttribute(SUSPENDED);
    }
    // A live one guards the new set-up; one that is over would only be in its way.
    new PassShelf(user).removeIfOver(clock.instant());
    forgetLimits.accept(user);
  }

  /** An empty word is no word left out: a script's unset variable must not take everything. */
  private Optional<FactorKind> only(@Nullable String kind) {
    boolean named = call.session().getContext().getUri().getQueryParameters().containsKey("kind");
    return named ? Optional.of(kindOf(kind == null ? "" : kind)) : Optional.empty();
  }

  private static FactorKind kindOf(String word) {
    return FactorKind.of(word)
        .filter(kind -> kind != FactorKind.PASS && kind.isPersonal())
        .orElseThrow(
            () ->
                Answers.refused(
                    List.of(
                        new Problem(
                            "kind",
                            "\"" + word + "\" is no second factor that can be removed",
                            "use sms, email, totp, passkey or recovery-codes, or leave it out;"
                                + " a pass is taken back by DELETE …/pass, an account taken off its"
                                + " office by DELETE …/offices/{id}/accounts/{user}"))));
  }

  private void event(String user, List<Map<String, String>> removed) {
    call.events()
        .resource(EVENT_RESOURCE)
        .operation(OperationType.DELETE)
        .resourcePath("twostep", "users", user, "factors")
        .representation(Map.of("removed", removed))
        .success();
  }
}
