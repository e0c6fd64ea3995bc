package dev.twostep.keycloak.grant;

import dev.twostep.domain.grant.Admission;
import dev.twostep.domain.grant.GrantReason;
import dev.twostep.domain.grant.Wish;
import dev.twostep.domain.policy.Decision;
import dev.twostep.keycloak.apppassword.AppPasswords;
import dev.twostep.keycloak.login.GrantLogin;
import java.util.List;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The second step of a direct grant: decided anew at every request, and never half open. */
final class GrantStep implements Authenticator {

  static final GrantStep STATELESS = new GrantStep();

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    GrantLogin login = new GrantLogin(context);
    try {
      run(context, login);
    } catch (RuntimeException e) {
      login.failed(e);
      GrantReason why = GrantReason.UNAVAILABLE;
      context.forceChallenge(
          GrantAnswer.withheld(
              context.getAuthenticationSession().getClient(),
              why,
              GrantAnswer.Detail.of(List.of()),
              login.now()));
    }
  }

  private static void run(AuthenticationFlowContext context, GrantLogin login) {
    var notes = context.getAuthenticationSession().getUserSessionNotes();
    if (notes.containsKey(AppPasswords.NOTE)) {
      login.settle("app-password");
      context.success();
      return;
    }
    Decision decision =
        new FreshDecision(context.getSession(), context.getRealm())
            .of(context.getUser(), context.getAuthenticationSession().getClient());
    login.decided(decision);
    Admission admission = Admission.of(decision);
    if (admission instanceof Admission.Free free) {
      login.settle(free.how());
      context.success();
    } else if (admission instanceof Admission.Denied denied) {
      new GrantTurn(context, login, List.of()).withhold(denied.reason());
    } else if (admission instanceof Admission.Owed owed) {
      var parameters = context.getHttpRequest().getDecodedFormParameters();
      Wish wish =
          Wish.of(
              name -> parameters.containsKey(name) ? parameters.getFirst(name) : "",
              owed.factors());
      new GrantTurn(context, login, owed.factors()).follow(wish);
    }
  }

  @Override
  public void action(AuthenticationFlowContext context) {}

  @Override
  public boolean requiresUser() {
    return true;
  }

  /** Always: Keycloak answers a server error where it is not. */
  @Override
  public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
    return true;
  }

  @Override
  public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

  @Override
  public void close() {}
}
