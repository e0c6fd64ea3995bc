package dev.twostep.keycloak.login;

import dev.twostep.application.challenge.SendCode;
import dev.twostep.application.limit.Passage;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Barring;
import dev.twostep.domain.limit.Leave;
import dev.twostep.keycloak.limit.LimitMeters;
import dev.twostep.keycloak.limit.Passages;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.utils.FormMessage;

/** Puts the code of one question on its way, and remembers the running challenge. */
final class CodeMessage {

  static final String TOO_MANY_NUMBERS = "twostepNumberLimit";

  private final Exchange exchange;
  private final MessageTurns.Ask ask;
  private final CodePage page;
  private Optional<Barring> barring = Optional.empty();

  CodeMessage(Exchange exchange, MessageTurns.Ask ask, CodePage page) {
    this.exchange = exchange;
    this.ask = ask;
    this.page = page;
  }

  /** Empty if it is on its way, else why it is not. */
  Optional<FormMessage> send(Optional<ChallengeId> running) {
    SendCode.Sending sending = post(running);
    if (sending instanceof SendCode.Sending.Posted) {
      return Optional.empty();
    }
    if (sending instanceof SendCode.Sending.Barred) {
      return Optional.of(barredMessage());
    }
    return Optional.of(
        sending instanceof SendCode.Sending.Held held
            ? held(held.leave())
            : Pages.message("code", TOO_MANY_NUMBERS));
  }

  /** The same, told to a machine. */
  SendCode.Sending post(Optional<ChallengeId> running) {
    SendCode.Request request = request();
    SendCode.Sending sending =
        exchange.twostep().sendWithinLimits().send(request, running, passage(request.route()));
    if (sending instanceof SendCode.Sending.Posted posted) {
      posted(posted);
    } else if (sending instanceof SendCode.Sending.Barred barred) {
      barred(barred.reason());
    }
    return sending;
  }

  /** Why nothing goes out by this way, whatever the account has left; empty if that is not so. */
  Optional<Barring> barring() {
    return barring;
  }

  private void barred(Barring reason) {
    barring = Optional.of(reason);
    new Audit(exchange).barred(reason);
    LimitMeters.barred(exchange.realm().getName(), reason);
  }

  /** The same words for every reason: they tell nothing about the number. */
  private FormMessage barredMessage() {
    return Pages.message(
        "code", ask.channel() == FactorKind.EMAIL ? "twostepEmailBarred" : "twostepSmsBarred");
  }

  private Passage passage(SendCode.Route route) {
    return new Passages(exchange.session(), exchange.realm())
        .of(exchange.user(), route.address(), route.clientIp());
  }

  private void posted(SendCode.Sending.Posted posted) {
    exchange.notes().posted(ask.question(), posted.challenge().id(), posted.letter().id());
    Instant now = exchange.twostep().clock().instant();
    exchange.notes().nextSend(now.plus(SendCode.coolDownOf(ask.channel())));
    exchange.twostep().dispatchAfterCommit(exchange.session(), posted.letter());
    page.justPosted();
  }

  private FormMessage held(Leave leave) {
    Instant now = exchange.twostep().clock().instant();
    if (leave instanceof Leave.Wait wait) {
      exchange.notes().nextSend(wait.until());
      return Pages.message("code", "twostepResendWait", Pages.secondsUntil(wait.until(), now));
    }
    Instant until = ((Leave.UsedUp) leave).until();
    exchange.notes().nextSend(until);
    return Pages.message("code", "twostepSendLimit", page.clockTime(until));
  }

  private SendCode.Request request() {
    return new SendCode.Request(
        exchange.account(),
        exchange.loginId(),
        ask.purpose(),
        new SendCode.Route(
            exchange.addressed(ask.channel(), ask.address()), ask.fallback(), exchange.clientIp()));
  }
}
