package dev.twostep.keycloak.login;

import dev.twostep.application.challenge.CheckTotp;
import dev.twostep.application.enrolment.BindApp;
import dev.twostep.application.enrolment.BindOutcome;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.enrolment.AppLabel;
import dev.twostep.domain.enrolment.ClockDrift;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.keycloak.enrolment.AppKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Asks for the app's code and for the one that came by message, on one form. */
final class AppCodes implements FactorTurns {

  private static final String APP = "app";

  private final Exchange exchange;
  private final PendingApp app;
  private final Optional<MessageTurns.Ask> confirmation;
  private final CodePage page;
  private Optional<ClockDrift> drift = Optional.empty();

  AppCodes(Exchange exchange, PendingApp app) {
    this.exchange = exchange;
    this.app = app;
    this.confirmation = new AppConfirmation(exchange).ask();
    this.page = new CodePage(exchange, "twostep-app-codes.ftl");
  }

  /** Coming back from the secret sends nothing again while a message is under way. */
  @Override
  public Turn ask() {
    return confirmation.isEmpty() || exchange.notes().challenge().isPresent() ? show() : send();
  }

  @Override
  public Turn show() {
    return new Turn.Show(page.show(shown()));
  }

  @Override
  public Turn answer() {
    if (exchange.field("twostepAction").equals("resend") && confirmation.isPresent()) {
      return send();
    }
    BindApp.Answers answers =
        new BindApp.Answers(
            Answer.typed(exchange.field("code")), Answer.typed(exchange.field(APP)));
    if (confirmation.isPresent() && exchange.notes().challenge().isEmpty()) {
      return error(Pages.message("code", "twostepCodeExpired"));
    }
    if (confirmation.isPresent() && answers.confirmation().isEmpty()) {
      return error(Pages.message("code", "twostepAppBothNeeded"));
    }
    return answers.app().isEmpty() ? error(Pages.message(APP, missing())) : bind(answers);
  }

  private String missing() {
    return confirmation.isPresent() ? "twostepAppBothNeeded" : "twostepCodeMissing";
  }

  private Turn bind(BindApp.Answers answers) {
    AppKey key = app.key(() -> AppKey.fresh(exchange.realm().getOTPPolicy()));
    String credential = KeycloakModelUtils.generateId();
    int window = exchange.realm().getOTPPolicy().getLookAheadWindow();
    BindApp.Binding binding =
        new BindApp.Binding(
            exchange.account(),
            exchange.loginId(),
            new CheckTotp.App(credential, key.steps(window)),
            confirmation.map(ask -> running(ask)));
    BindOutcome outcome =
        exchange.twostep().bindApp().from(exchange.guesses()).bind(binding, answers);
    if (outcome instanceof BindOutcome.Bound) {
      binding
          .confirmation()
          .ifPresent(c -> exchange.twostep().usedAfterCommit(exchange.session(), c.challenge()));
      new BoundApp(exchange).store(credential, key);
      app.bound(credential);
      return new Turn.Done(Optional.of(FactorKind.TOTP));
    }
    return told(outcome);
  }

  private BindApp.Confirmation running(MessageTurns.Ask ask) {
    ChallengeId challenge = exchange.notes().challenge().orElseThrow();
    return new BindApp.Confirmation(challenge, ask.address());
  }

  private Turn told(BindOutcome outcome) {
    if (outcome instanceof BindOutcome.Wrong wrong) {
      return wrong(page.wrong(wrong.next(), Pages.message("code", "twostepAppWrong")));
    }
    if (outcome instanceof BindOutcome.WrongApp wrong) {
      drift = wrong.drift();
      return wrong(at(APP, page.wrong(wrong.next(), appMessage(wrong.drift()))));
    }
    FormMessage why = page.message(((BindOutcome.Unevaluated) outcome).why());
    return error(confirmation.isPresent() ? why : at(APP, why));
  }

  private static FormMessage appMessage(Optional<ClockDrift> drift) {
    return drift
        .map(
            off ->
                Pages.message(
                    APP,
                    (off.isFast() ? "twostepClockFast" : "twostepClockSlow")
                        + (off.isPlural() ? "Minutes" : "Minute"),
                    off.minutes()))
        .orElseGet(() -> Pages.message(APP, "twostepAppCodeWrong"));
  }

  private static FormMessage at(String field, FormMessage message) {
    return new FormMessage(field, message.getMessage(), message.getParameters());
  }

  private Turn wrong(FormMessage message) {
    return new Turn.Wrong(page.error(shown(), message));
  }

  private Turn error(FormMessage message) {
    return new Turn.Show(page.error(shown(), message));
  }

  private Turn send() {
    Optional<FormMessage> held =
        new CodeMessage(exchange, confirmation.orElseThrow(), page)
            .send(exchange.notes().challenge());
    return held.map(this::error).orElseGet(this::show);
  }

  private Map<String, Object> shown() {
    FactorKind channel = confirmation.map(MessageTurns.Ask::channel).orElse(FactorKind.TOTP);
    Map<String, Object> shown = new HashMap<>(page.basics(channel, false));
    shown.put("confirmed", confirmation.isPresent());
    shown.put("destination", confirmation.map(MessageTurns.Ask::hint).orElse(""));
    shown.put("resend", confirmation.isPresent());
    shown.put("label", AppLabel.clean(exchange.field("label")));
    shown.put("clock", drift.isPresent());
    confirmation.ifPresent(ask -> shown.putAll(page.delivery()));
    return shown;
  }
}
