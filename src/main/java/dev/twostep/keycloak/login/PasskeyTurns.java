package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.browser.WebAuthnAuthenticator;
import org.keycloak.forms.login.LoginFormsProvider;

/** Lets Keycloak's own passkey authenticator ask and verify, on a page that offers other ways. */
final class PasskeyTurns implements FactorTurns {

  private final Exchange exchange;
  private final boolean others;

  PasskeyTurns(Exchange exchange, boolean others) {
    this.exchange = exchange;
    this.others = others;
  }

  @Override
  public Turn ask() {
    return show();
  }

  @Override
  public Turn show() {
    Optional<AuthenticationFlowContext> flow = exchange.flow();
    if (flow.isEmpty()) {
      return new Turn.Refused(new Pages(exchange).refused("PasskeyElsewhere"));
    }
    return new Turn.Show(page(flow.get(), UnaryOperator.identity()));
  }

  private Response page(AuthenticationFlowContext flow, UnaryOperator<LoginFormsProvider> more) {
    LoginFormsProvider form = new WebAuthnAuthenticator(exchange.session()).fillContextForm(flow);
    return more.apply(form)
        .setAttribute("twostep", Map.of("others", others))
        .createForm("twostep-passkey.ftl");
  }

  @Override
  public Turn answer() {
    Optional<AuthenticationFlowContext> flow = exchange.flow();
    if (flow.isEmpty()) {
      return show();
    }
    if (new DisownedPasskeys(exchange.user()).holds(exchange.field("credentialId"))) {
      return new Turn.Wrong(page(flow.get(), form -> form.setError("twostepPasskeyFailed")));
    }
    new WebAuthnAuthenticator(exchange.session()).action(flow.get());
    return flow.get().getStatus() == FlowStatus.SUCCESS
        ? new Turn.Done(Optional.of(FactorKind.PASSKEY))
        : new Turn.Delegated();
  }
}
