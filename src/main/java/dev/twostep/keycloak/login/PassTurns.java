package dev.twostep.keycloak.login;

import dev.twostep.application.challenge.CodeOutcome;
import dev.twostep.application.pass.CheckPass;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.pass.Pass;
import dev.twostep.domain.pass.SealedPass;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.credential.StoredPass;
import java.util.Map;
import java.util.Optional;

/** Asks for the pass that an administrator handed out. The right one opens set-up, no session. */
final class PassTurns implements FactorTurns {

  private final Exchange exchange;
  private final AccountFactors factors;
  private final boolean others;
  private final CodePage page;

  PassTurns(Exchange exchange, AccountFactors factors, boolean others) {
    this.exchange = exchange;
    this.factors = factors;
    this.others = others;
    this.page = new CodePage(exchange);
  }

  @Override
  public Turn ask() {
    return show();
  }

  @Override
  public Turn show() {
    return exchange.twostep().hasServerKey()
        ? new Turn.Show(page.show(shown()))
        : new Turn.Refused(new Pages(exchange).refused("NotConfigured"));
  }

  @Override
  public Turn answer() {
    Pass typed = Pass.typed(exchange.field("code"));
    if (typed.isEmpty()) {
      return error("twostepPassMissing");
    }
    SealedPass issued = factors.pass().map(StoredPass::sealed).orElseThrow();
    CheckPass check = exchange.twostep().checkPass().from(exchange.guesses());
    CodeOutcome outcome = check.check(exchange.account(), issued, typed);
    if (outcome instanceof CodeOutcome.Accepted) {
      exchange.notes().usePass(issued.id());
      return new Turn.Done(Optional.of(FactorKind.PASS));
    }
    if (outcome instanceof CodeOutcome.Spent) {
      return error("twostepPassSpent");
    }
    return outcome instanceof CodeOutcome.Expired
        ? error("twostepPassExpired")
        : page.turn(outcome, this::shown);
  }

  private Turn error(String key) {
    return new Turn.Show(page.error(shown(), Pages.message("code", key)));
  }

  private Map<String, Object> shown() {
    return page.basics(FactorKind.PASS, others);
  }
}
