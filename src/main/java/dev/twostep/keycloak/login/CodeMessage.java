package dev.twostep.keycloak.login;

import dev.twostep.application.challenge.SendCode;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.limit.Leave;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.utils.FormMessage;

/** Puts the code of one question on its way, and remembers the running challenge. */
final class CodeMessage {

  static final String TOO_MANY_NUMBERS = "twostepNumberLimit";

  private final Exchange exchange;
  private final MessageTurns.Ask ask;
  private final CodePage page;

  CodeMessage(Exchange exchange, MessageTurns.Ask ask, CodePage page) {
    this.exchange = exchange;
    this.ask = ask;
    this.page = page;
  }

  /** Empty if it is on its way, else why it is not. */
  Optional<FormMessage> send(Optional<ChallengeId> running) {
    SendCode.Sending sending = exchange.twostep().sendCode().send(request(), running);
    if (sending instanceof SendCode.Sending.Posted posted) {
      posted(posted);
      return Optional.empty();
    }
    return Optional.of(
        sending instanceof SendCode.Sending.Held held
            ? held(held.leave())
            : Pages.message("code", TOO_MANY_NUMBERS));
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
            exchange.addressed(ask.channel(), ask.address()),
            ask.fallback(),
            exchange.session().getContext().getConnection().getRemoteHost()));
  }
}
