package dev.twostep.keycloak.login;

import dev.twostep.application.challenge.CodeOutcome;
import dev.twostep.application.office.CheckOfficeCode;
import dev.twostep.application.office.OfficeDevices;
import dev.twostep.application.office.OfficeOutcome;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Network;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.utils.FormMessage;

/** Asks for a code of any device of the office that the account belongs to. */
final class OfficeTurns implements FactorTurns {

  private final Exchange exchange;
  private final boolean others;
  private final CodePage page;

  OfficeTurns(Exchange exchange, boolean others) {
    this.exchange = exchange;
    this.others = others;
    this.page = new CodePage(exchange);
  }

  @Override
  public Turn ask() {
    return show();
  }

  @Override
  public Turn show() {
    return new Turn.Show(page.show(shown()));
  }

  @Override
  public Turn answer() {
    Answer answer = Answer.typed(exchange.field("code"));
    if (answer.isEmpty()) {
      return error(Pages.message("code", "twostepCodeMissing"));
    }
    OfficeOutcome outcome = check(answer);
    if (outcome instanceof OfficeOutcome.Accepted) {
      return new Turn.Done(Optional.of(FactorKind.OFFICE));
    }
    if (outcome instanceof OfficeOutcome.Wrong wrong) {
      return wrong(page.wrong(wrong.next(), Pages.message("code", "twostepCodeWrong")));
    }
    if (outcome instanceof OfficeOutcome.Taken taken) {
      return wrong(page.wrong(taken.next(), Pages.message("code", "twostepOfficeTaken")));
    }
    if (outcome instanceof OfficeOutcome.Held held) {
      return error(page.message(new CodeOutcome.Held(held.leave())));
    }
    return error(Pages.message("code", "twostepOfficeDetached"));
  }

  /** What an answer proves, wherever it was typed; the event says which device gave it. */
  OfficeOutcome check(Answer answer) {
    OfficeOutcome outcome = checked(answer);
    if (outcome instanceof OfficeOutcome.Accepted accepted) {
      new Audit(exchange).office(accepted);
    }
    return outcome;
  }

  private OfficeOutcome checked(Answer answer) {
    var visit =
        new OfficeDevices.Visit(
            exchange.user().getUsername(),
            exchange.login().getClient().getClientId(),
            exchange.login().getParentSession().getId(),
            Network.of(exchange.clientIp()));
    int window = exchange.realm().getOTPPolicy().getLookAheadWindow();
    return exchange
        .twostep()
        .checkOfficeCode()
        .check(
            new CheckOfficeCode.Attempt(exchange.account(), visit, window, exchange.guesses()),
            answer);
  }

  private Turn wrong(FormMessage message) {
    return new Turn.Wrong(page.error(shown(), message));
  }

  private Turn error(FormMessage message) {
    return new Turn.Show(page.error(shown(), message));
  }

  private Map<String, Object> shown() {
    return page.basics(FactorKind.OFFICE, others);
  }
}
