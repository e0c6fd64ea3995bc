package dev.twostep.keycloak.robot;

import dev.twostep.domain.portal.RobotRules;
import dev.twostep.keycloak.policy.TwostepRealms;
import dev.twostep.keycloak.store.JpaPortalRobots;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager.BearerTokenAuthenticator;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Lets in service accounts that hold the role at this very moment, whatever their token says; and
 * not too often.
 */
final class RobotEntrance {

  private static final Logger LOG = Logger.getLogger(RobotEntrance.class);

  /** The role of a realm that makes a service account a robot. */
  static final String ROLE = "twostep-robot";

  private static final Duration LONGEST_TOKEN = Duration.ofMinutes(5);

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Paces paces;
  private final Instant now;

  RobotEntrance(KeycloakSession session, Paces paces, Instant now) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.paces = paces;
    this.now = now;
  }

  Robot enter() {
    checkRealm();
    AuthResult found = bearer();
    if (found == null || !realm.isEnabled()) {
      LOG.debugf("somebody asked for codes of realm %s without a good token", realm.getName());
      throw Refusal.unauthorized("Send a fresh access token of this realm as a bearer token.");
    }
    return new Trace(session, realm, found.client()).of(() -> known(found));
  }

  private Robot known(AuthResult found) {
    checkAccount(found.user(), found.client());
    checkToken(found.token(), found.client());
    String client = found.client().getId();
    paces
        .next(client, now)
        .ifPresent(
            retry -> {
              throw Refusal.tooMany("This robot asks too often.", retry);
            });
    RobotRules rules = rules(client);
    paces.learn(client, rules.limits().perMinute());
    if (!rules.limits().isFrom(session.getContext().getConnection().getRemoteAddr())) {
      throw forbidden("address", "This robot may not ask from this address.");
    }
    return new Robot(found.client(), found.user(), rules);
  }

  /** The same as for pages. */
  private void checkRealm() {
    if (!TwostepRealms.isSetUp(realm)) {
      throw Refusal.of(
          Status.NOT_FOUND,
          "not-set-up",
          "Twostep is not set up in this realm; ask its operators.");
    }
    boolean open = session.getContext().getUri().getBaseUri().getScheme().equals("http");
    if (open && realm.getSslRequired().isRequired(session.getContext().getConnection())) {
      throw forbidden("https", "HTTPS is required: ask at the https address of this server.");
    }
  }

  private @Nullable AuthResult bearer() {
    try {
      return new BearerTokenAuthenticator(session).authenticate();
    } catch (NotAuthorizedException missing) {
      return null;
    }
  }

  private void checkAccount(UserModel account, ClientModel client) {
    if (!account.isEnabled() || !client.isEnabled()) {
      throw Refusal.unauthorized("This robot is disabled.");
    }
    if (!client.getId().equals(account.getServiceAccountClientLink())
        || !client.isServiceAccountsEnabled()) {
      throw forbidden(
          "no-robot", "Only a service account's own token (client credentials) is taken here.");
    }
    RoleModel role = realm.getRole(ROLE);
    if (role == null || !account.hasRole(role)) {
      throw forbidden("no-robot", "The service account has no realm role " + ROLE + ".");
    }
  }

  private void checkToken(AccessToken token, ClientModel client) {
    Long ends = token.getExp();
    Long made = token.getIat();
    if (ends == null || made == null || ends - made > LONGEST_TOKEN.toSeconds()) {
      throw forbidden(
          "token-life",
          "Tokens of robots live five minutes at most: set the client's access token lifespan.");
    }
    if (!client.getClientId().equals(token.getIssuedFor()) || !isMeantForHere(token, client)) {
      throw forbidden("audience", "This token is meant for another service.");
    }
  }

  /** Keycloak's own tokens name no audience, or the realm's account; narrowed ones another. */
  private static boolean isMeantForHere(AccessToken token, ClientModel client) {
    String[] audience = token.getAudience();
    return audience == null
        || audience.length == 0
        || Arrays.stream(audience)
            .anyMatch(one -> one.equals("account") || one.equals(client.getClientId()));
  }

  private RobotRules rules(String client) {
    return new JpaPortalRobots(session, realm)
        .find(client)
        .flatMap(row -> RobotRulesJson.stored(row.rules()))
        .orElse(RobotRules.NONE);
  }

  private static RuntimeException forbidden(String error, String message) {
    return Refusal.of(Status.FORBIDDEN, error, message);
  }
}
