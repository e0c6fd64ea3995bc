package dev.twostep.keycloak.login;

import java.util.function.Function;
import org.keycloak.authentication.AuthenticationFlowCallback;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** The second step in a flow: one REQUIRED execution beside whatever identifies the user. */
final class SecondStepAuthenticator implements AuthenticationFlowCallback {

  private final KeycloakSession session;

  SecondStepAuthenticator(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    run(context, SecondStep::begin);
  }

  @Override
  public void action(AuthenticationFlowContext context) {
    run(context, SecondStep::answer);
  }

  private static void run(AuthenticationFlowContext context, Function<SecondStep, Turn> move) {
    Exchange exchange = new FlowExchange(context);
    end(
        context,
        exchange,
        new FailClosed(exchange).turn(() -> move.apply(new SecondStep(exchange))));
  }

  private static void end(AuthenticationFlowContext context, Exchange exchange, Turn turn) {
    if (turn instanceof Turn.Show show) {
      context.forceChallenge(show.page());
    } else if (turn instanceof Turn.Wrong wrong) {
      new Audit(exchange).wrong(exchange.notes().step().map(s -> s.factor().word()).orElse(""));
      context.failureChallenge(AuthenticationFlowError.INVALID_CREDENTIALS, wrong.page());
    } else if (turn instanceof Turn.Refused refused) {
      context.forceChallenge(refused.page());
    } else if (turn instanceof Turn.Done done) {
      done.proven()
          .ifPresentOrElse(
              factor ->
                  context.success(
                      switch (factor) {
                        case PASSKEY -> WebAuthnCredentialModel.TYPE_TWOFACTOR;
                        case RECOVERY_CODES -> RecoveryAuthnCodesCredentialModel.TYPE;
                        case SMS, EMAIL, TOTP, OFFICE -> OTPCredentialModel.TYPE;
                        case PASS -> throw new IllegalStateException("a pass alone ends no login");
                      }),
              context::success);
    }
  }

  @Override
  public void onParentFlowSuccess(AuthenticationFlowContext context) {}

  /** Only a proven factor may show in the token's amr claim: policy may have asked for nothing. */
  @Override
  public void onTopFlowSuccess(AuthenticationFlowModel topFlow) {
    new OneLogin(session).claim();
    new ProvenClaim(session).keepHonest();
  }

  @Override
  public boolean requiresUser() {
    return true;
  }

  /** Always: the conversation itself enrols, offers or refuses. */
  @Override
  public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
    return true;
  }

  @Override
  public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

  @Override
  public void close() {}
}
