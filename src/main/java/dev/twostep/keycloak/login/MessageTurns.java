package dev.twostep.keycloak.login;

import dev.twostep.application.challenge.CheckCode;
import dev.twostep.application.challenge.CodeOutcome;
import dev.twostep.application.challenge.SendCode;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Leave;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.utils.FormMessage;

/** Asks for a code that is sent by SMS or e-mail: in a login, or to prove a new address. */
final class MessageTurns implements FactorTurns {

  /** What is asked: for which purpose, over which channel, and whether there is another way. */
  record Ask(Purpose purpose, FactorKind channel, String address, String hint, boolean others) {
    /** Another address is another question: its code proves nothing about this one. */
    String question() {
      return purpose + "." + channel.word() + "." + address;
    }

    @Override
    public String toString() {
      return "Ask[" + purpose + " by " + channel.word() + "]";
    }
  }

  private final Exchange exchange;
  private final Ask ask;
  private final CodePage page;

  MessageTurns(Exchange exchange, Ask ask) {
    this.exchange = exchange;
    this.ask = ask;
    this.page = new CodePage(exchange);
  }

  @Override
  public Turn ask() {
    exchange.notes().resume(ask.question());
    return send(exchange.notes().challenge());
  }

  @Override
  public Turn show() {
    return new Turn.Show(page.show(shown()));
  }

  @Override
  public Turn answer() {
    if ("resend".equals(exchange.field("twostepAction"))) {
      return send(exchange.notes().challenge());
    }
    Answer answer = Answer.typed(exchange.field("code"));
    Optional<ChallengeId> challenge = exchange.notes().challenge();
    if (challenge.isEmpty()) {
      return new Turn.Show(page.error(shown(), Pages.message("code", "twostepCodeExpired")));
    }
    if (answer.isEmpty()) {
      return new Turn.Show(page.error(shown(), Pages.message("code", "twostepCodeMissing")));
    }
    CheckCode.Question question =
        new CheckCode.Question(
            exchange.account(), challenge.get(), exchange.loginId(), ask.purpose());
    CodeOutcome outcome = exchange.twostep().checkCode().check(question, answer);
    return page.turn(outcome, ask.channel(), this::shown);
  }

  private Turn send(Optional<ChallengeId> running) {
    if (!exchange.twostep().hasServerKey()) {
      return new Turn.Refused(new Pages(exchange).refused("NotConfigured"));
    }
    SendCode.Sending sending = exchange.twostep().sendCode().send(request(), running);
    if (sending instanceof SendCode.Sending.Posted posted) {
      Challenge challenge = posted.challenge();
      exchange.notes().posted(ask.question(), challenge.id(), posted.letter());
      Instant now = exchange.twostep().clock().instant();
      exchange.notes().nextSend(now.plus(SendCode.coolDownOf(ask.channel())));
      exchange.twostep().dispatchAfterCommit(exchange.session(), posted.letter());
      page.justPosted();
      return new Turn.Show(page.show(shown()));
    }
    return held(((SendCode.Sending.Held) sending).leave());
  }

  private Turn held(Leave leave) {
    Instant now = exchange.twostep().clock().instant();
    FormMessage message;
    if (leave instanceof Leave.Wait wait) {
      exchange.notes().nextSend(wait.until());
      message = Pages.message("code", "twostepResendWait", Pages.secondsUntil(wait.until(), now));
    } else {
      Instant until = ((Leave.UsedUp) leave).until();
      exchange.notes().nextSend(until);
      message = Pages.message("code", "twostepSendLimit", page.clockTime(until));
    }
    return new Turn.Show(page.error(shown(), message));
  }

  private SendCode.Request request() {
    return new SendCode.Request(
        exchange.account(),
        exchange.loginId(),
        ask.purpose(),
        exchange.addressed(ask.channel(), ask.address()));
  }

  private Map<String, Object> shown() {
    Map<String, Object> shown = new HashMap<>(page.basics(ask.channel(), ask.others()));
    shown.put("destination", ask.hint());
    shown.put("purpose", ask.purpose() == Purpose.LOGIN ? "login" : "enrol");
    shown.put("canChangeContact", ask.purpose() == Purpose.ENROL_PHONE);
    shown.put("resend", true);
    shown.putAll(page.delivery());
    return shown;
  }
}
