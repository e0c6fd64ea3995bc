package dev.twostep.keycloak.login;

import dev.twostep.application.challenge.CheckTotp;
import dev.twostep.application.challenge.CodeOutcome;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.keycloak.credential.AccountFactors;
import java.time.Instant;
import java.util.List;

/** Asks for the code of an authenticator app; the credential is Keycloak's own. */
final class AppTurns implements FactorTurns {

  private final Exchange exchange;
  private final AccountFactors factors;
  private final boolean others;
  private final CodePage page;

  AppTurns(Exchange exchange, AccountFactors factors, boolean others) {
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
    return new Turn.Show(page.show(page.basics(FactorKind.TOTP, others)));
  }

  @Override
  public Turn answer() {
    Answer answer = Answer.typed(exchange.field("code"));
    if (answer.isEmpty()) {
      return new Turn.Show(
          page.error(
              page.basics(FactorKind.TOTP, others), Pages.message("code", "twostepCodeMissing")));
    }
    return page.turn(check(answer), () -> page.basics(FactorKind.TOTP, others));
  }

  /** What an answer proves, wherever it was typed. */
  CodeOutcome check(Answer answer) {
    var check = exchange.twostep().checkTotp().from(exchange.guesses());
    return check.check(exchange.account(), unspent(answer), answer);
  }

  /** Whether one of the user's apps shows that answer about now; proves and counts nothing. */
  boolean show(Answer answer) {
    Instant now = exchange.twostep().clock().instant();
    return factors.apps().stream()
        .anyMatch(app -> app.steps().stepOf(answer, now, Long.MIN_VALUE).isPresent());
  }

  /** Keycloak remembers codes that its own pages took, the one that enrolled the app among them. */
  private List<CheckTotp.App> unspent(Answer answer) {
    String digits = answer.text();
    return factors.apps().stream()
        .filter(
            app -> !exchange.session().singleUseObjects().contains(app.credential() + "." + digits))
        .toList();
  }
}
