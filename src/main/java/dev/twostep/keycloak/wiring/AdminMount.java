package dev.twostep.keycloak.wiring;

import dev.twostep.application.challenge.Account;
import dev.twostep.keycloak.admin.AdminCall;
import dev.twostep.keycloak.admin.DecisionResource;
import dev.twostep.keycloak.admin.LimitsResource;
import dev.twostep.keycloak.admin.ScopesResource;
import dev.twostep.keycloak.admin.SuspensionsResource;
import dev.twostep.keycloak.credential.AccountSubjects;
import dev.twostep.keycloak.setup.SetupResource;
import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** The table of contents of the administrators' addresses; each resource authorises by itself. */
public final class AdminMount {

  private final AdminCall call;

  AdminMount(
      KeycloakSession session,
      RealmModel realm,
      AdminPermissionEvaluator auth,
      AdminEventBuilder events) {
    this.call = new AdminCall(session, realm, auth, events);
  }

  @Path("setup")
  public SetupResource setup() {
    return new SetupResource(
        call.session(), call.auth(), call.events(), Twostep.of(call.session())::hasServerKey);
  }

  @Path("scopes")
  public ScopesResource scopes() {
    return new ScopesResource(call, Twostep.of(call.session()).clock());
  }

  @Path("users/{id}/decision")
  public DecisionResource decision() {
    Twostep twostep = Twostep.of(call.session());
    return new DecisionResource(
        call, new AccountSubjects(call.realm(), twostep.graces()), twostep.clock());
  }

  @Path("users/{id}/limits")
  public LimitsResource limits() {
    Twostep twostep = Twostep.of(call.session());
    return new LimitsResource(
        call, user -> twostep.forgetLimits(new Account(call.realm().getId(), user.getId())));
  }

  @Path("users/{id}/suspensions")
  public SuspensionsResource suspensions() {
    return new SuspensionsResource(call);
  }
}
