package dev.twostep.keycloak.grant;

import dev.twostep.application.limit.Knocks;
import dev.twostep.domain.grant.Admission;
import dev.twostep.keycloak.apppassword.AppPasswords;
import dev.twostep.keycloak.apppassword.LegacyApplication;
import dev.twostep.keycloak.apppassword.Presented;
import dev.twostep.keycloak.login.GrantLogin;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.directgrant.ValidatePassword;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * The password of a direct grant: Keycloak's own check, except where the application takes app
 * passwords. There it is no oracle for the normal password of whoever has two-step login.
 */
public final class GrantPassword extends ValidatePassword {

  /** Stored in customers' flows. */
  public static final String ID = "twostep-direct-grant-password";

  static final String EVENT = "twostep_app_password";
  static final String REASON = "twostep_reason";

  /** No such app password: what was typed may as well be anything else. */
  private static final String UNKNOWN = "unknown";

  private static final String NEEDS_ONE = "app-password-required";

  private final Knocks knocks = new Knocks();

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    ClientModel client = context.getAuthenticationSession().getClient();
    Presented presented = presented(context, client);
    if (presented instanceof Presented.Opened opened) {
      open(context, opened.credentialId());
    } else if (presented instanceof Presented.Refused refused
        && !refused.reason().equals(UNKNOWN)) {
      refuse(context, refused.reason());
    } else if (LegacyApplication.accepts(context.getRealm(), client) && isClosed(context, client)) {
      refuse(context, NEEDS_ONE);
    } else {
      super.authenticate(context);
    }
  }

  private Presented presented(AuthenticationFlowContext context, ClientModel client) {
    String typed = retrievePassword(context);
    return typed == null
        ? new Presented.NotOne()
        : AppPasswords.of(context.getSession(), context.getRealm(), context.getUser())
            .present(client, typed);
  }

  /** No credential type: an old device must not reset what Keycloak counts against guessers. */
  private static void open(AuthenticationFlowContext context, String credentialId) {
    context.getAuthenticationSession().setUserSessionNote(AppPasswords.NOTE, credentialId);
    context.getEvent().detail(EVENT, credentialId);
    context.success();
  }

  /** Doubt closes. */
  private static boolean isClosed(AuthenticationFlowContext context, ClientModel client) {
    try {
      FreshDecision decision = new FreshDecision(context.getSession(), context.getRealm());
      return !Admission.of(decision.of(context.getUser(), client)).isFree();
    } catch (RuntimeException e) {
      new GrantLogin(context).failed(e);
      return true;
    }
  }

  /** Keycloak's lock does not hear of it: an old device must not lock its owner out. */
  private void refuse(AuthenticationFlowContext context, String reason) {
    Instant now = Twostep.of(context.getSession()).clock().instant();
    String door =
        context.getUser().getId() + " " + context.getAuthenticationSession().getClient().getId();
    Optional<Instant> until = knocks.heldUntil(door, now);
    if (until.isPresent()) {
      context.forceChallenge(GrantAnswer.tooMany(now, until.get()));
      return;
    }
    knocks.wrong(door, now);
    AuthenticatorUtils.dummyHash(context);
    context.getEvent().user(context.getUser()).detail(REASON, reason);
    context.getEvent().error(Errors.INVALID_USER_CREDENTIALS);
    context.forceChallenge(GrantAnswer.wrongPassword());
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Twostep: password or app password";
  }

  @Override
  public String getHelpText() {
    return "Keycloak's password check for direct grants, which also takes app passwords where the"
        + " client accepts them.";
  }

  @Override
  public Set<String> getOptionalReferenceCategories(KeycloakSession session) {
    return Set.of("twostep-app-password");
  }
}
