package dev.twostep.keycloak.wiring;

import dev.twostep.application.challenge.Account;
import dev.twostep.keycloak.admin.AdminCall;
import dev.twostep.keycloak.admin.AlertsResource;
import dev.twostep.keycloak.admin.AppPasswordsResource;
import dev.twostep.keycloak.admin.ApplicationsResource;
import dev.twostep.keycloak.admin.BlocksResource;
import dev.twostep.keycloak.admin.DecisionResource;
import dev.twostep.keycloak.admin.DevicesResource;
import dev.twostep.keycloak.admin.FactorsResource;
import dev.twostep.keycloak.admin.GatewaysResource;
import dev.twostep.keycloak.admin.LimitsResource;
import dev.twostep.keycloak.admin.MessagesResource;
import dev.twostep.keycloak.admin.OfficesResource;
import dev.twostep.keycloak.admin.PassResource;
import dev.twostep.keycloak.admin.PortalKeysResource;
import dev.twostep.keycloak.admin.PortalRobotsResource;
import dev.twostep.keycloak.admin.RestoredResource;
import dev.twostep.keycloak.admin.ScopesResource;
import dev.twostep.keycloak.admin.SpendingResource;
import dev.twostep.keycloak.admin.SuspensionsResource;
import dev.twostep.keycloak.admin.TextsResource;
import dev.twostep.keycloak.credential.AccountSubjects;
import dev.twostep.keycloak.setup.SetupResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
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

  /** How often applications ask. */
  @Path("applications/{id}")
  public ApplicationsResource applications(@PathParam("id") String id) {
    return new ApplicationsResource(call, id);
  }

  /** What became of every code that was sent. */
  @Path("messages")
  public MessagesResource messages() {
    return new MessagesResource(call, Optional.empty());
  }

  @Path("users/{id}/messages")
  public MessagesResource messagesOf(@PathParam("id") String id) {
    return new MessagesResource(call, Optional.of(id));
  }

  @Path("texts/{locale}")
  public TextsResource texts(@PathParam("locale") String locale) {
    return new TextsResource(call, locale);
  }

  @Path("users/{id}/decision")
  public DecisionResource decision() {
    Twostep twostep = Twostep.of(call.session());
    return new DecisionResource(
        call, new AccountSubjects(call.session(), call.realm(), twostep.graces()), twostep.clock());
  }

  @Path("users/{id}/pass")
  public PassResource pass() {
    Twostep twostep = Twostep.of(call.session());
    return new PassResource(
        call, twostep.hasServerKey() ? Optional.of(twostep.issuePass()) : Optional.empty());
  }

  @Path("users/{id}/factors")
  public FactorsResource factors() {
    return new FactorsResource(call, Twostep.of(call.session()).clock(), this::forgetLimits);
  }

  @Path("users/{id}/devices")
  public DevicesResource devices() {
    return new DevicesResource(call);
  }

  /** After a backup was restored. */
  @Path("restored")
  public RestoredResource restored() {
    return new RestoredResource(call, Twostep.of(call.session()).clock());
  }

  @Path("users/{id}/limits")
  public LimitsResource limits() {
    return new LimitsResource(call, this::forgetLimits);
  }

  private void forgetLimits(UserModel user) {
    Twostep.of(call.session()).forgetLimits(new Account(call.realm().getId(), user.getId()));
  }

  @Path("gateways")
  public GatewaysResource gateways() {
    return new GatewaysResource(call);
  }

  @Path("blocks")
  public BlocksResource blocks() {
    Twostep twostep = Twostep.of(call.session());
    return new BlocksResource(call, twostep.limits().blocks(), twostep.clock());
  }

  @Path("spending")
  public SpendingResource spending() {
    return new SpendingResource(call, Twostep.of(call.session()).limits().spending());
  }

  @Path("alerts")
  public AlertsResource alerts() {
    return new AlertsResource(call, Twostep.of(call.session()).limits().raised());
  }

  @Path("users/{id}/app-passwords")
  public AppPasswordsResource appPasswords() {
    return new AppPasswordsResource(call);
  }

  /** One authenticator for many accounts. */
  @Path("offices")
  public OfficesResource offices() {
    return new OfficesResource(call);
  }

  /** With which keys portals' keys are locked. */
  @Path("portals/keys")
  public PortalKeysResource portalKeys() {
    return new PortalKeysResource(call);
  }

  /** Which robots may ask for codes of portals. */
  @Path("portals/robots")
  public PortalRobotsResource portalRobots() {
    return new PortalRobotsResource(call);
  }

  @Path("users/{id}/suspensions")
  public SuspensionsResource suspensions() {
    return new SuspensionsResource(call);
  }
}
