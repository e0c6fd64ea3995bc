package dev.twostep.keycloak.login;

import dev.twostep.application.challenge.CheckCode;
import dev.twostep.application.challenge.CodeOutcome;
import dev.twostep.application.delivery.Letter;
import dev.twostep.application.delivery.LetterState;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.contact.EmailAddress;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Barring;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.utils.FormMessage;

/** Asks for a code that is sent by SMS or e-mail: in a login, or to prove a new address. */
final class MessageTurns implements FactorTurns {

  /**
   * What is asked: for which purpose, over which channel, and whether there is another way.
   *
   * @param fallback where the same code may go if the message cannot be delivered
   */
  record Ask(
      Purpose purpose,
      FactorKind channel,
      String address,
      String hint,
      boolean others,
      Optional<Letter.Address> fallback) {

    /** A question whose code goes there or nowhere. */
    Ask(Purpose purpose, FactorKind channel, String address, String hint, boolean others) {
      this(purpose, channel, address, hint, others, Optional.empty());
    }

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
  private Optional<FormMessage> message = Optional.empty();
  private boolean dead;
  private boolean instead;
  private Optional<Barring> barring = Optional.empty();

  MessageTurns(Exchange exchange, Ask ask) {
    this.exchange = exchange;
    this.ask = ask;
    this.page = new CodePage(exchange);
  }

  @Override
  public Turn ask() {
    LoginNotes notes = exchange.notes();
    Optional<ChallengeId> left = notes.challenge();
    Optional<String> letter = notes.letter().filter(l -> left.isPresent() && cameHere(l));
    notes.resume(ask.question());
    if (letter.isPresent() && notes.challenge().isEmpty()) {
      notes.posted(ask.question(), left.orElseThrow(), letter.get());
      return show();
    }
    return send(notes.challenge());
  }

  /** Whether the SMS that was asked for before has gone to this address instead. */
  private boolean cameHere(String letter) {
    return ask.purpose() == Purpose.LOGIN
        && ask.channel() == FactorKind.EMAIL
        && page.state(letter) == LetterState.MOVED;
  }

  @Override
  public Turn show() {
    boolean nothingSent = exchange.notes().challenge().isEmpty();
    return new Turn.Show(page.show(nothingSent ? notSent() : shown()));
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
    CodeOutcome outcome =
        exchange.twostep().checkCode().from(exchange.guesses()).check(question, answer);
    dead = outcome instanceof CodeOutcome.Exhausted;
    if (outcome instanceof CodeOutcome.Accepted) {
      exchange.twostep().usedAfterCommit(exchange.session(), challenge.get());
    }
    return page.turn(outcome, this::shown);
  }

  private Turn send(Optional<ChallengeId> running) {
    if (!exchange.twostep().hasServerKey()) {
      return new Turn.Refused(new Pages(exchange).refused("NotConfigured"));
    }
    CodeMessage code = new CodeMessage(exchange, ask, page);
    message = code.send(running);
    barring = code.barring();
    if (barring.isPresent()) {
      return new Turn.Show(page.show(notSent()));
    }
    return new Turn.Show(
        message.isEmpty() ? page.show(shown()) : page.error(shown(), message.get()));
  }

  @Override
  public Optional<Barring> barring() {
    return barring;
  }

  /** This way stands in for text messages, and says so. */
  MessageTurns insteadOfText() {
    instead = true;
    return this;
  }

  /** The very page of a message that the gateway refused: neither tells why. */
  private Map<String, Object> notSent() {
    Map<String, Object> shown = shown();
    shown.put("delivery", LetterState.FAILED.word());
    shown.put("deliveryUrl", "");
    return shown;
  }

  /** Whether the last message was not sent because the account tried too many numbers. */
  boolean isOverTheNumbers() {
    return message.filter(m -> m.getMessage().equals(CodeMessage.TOO_MANY_NUMBERS)).isPresent();
  }

  /** Whether the last answer came to a code that wrong answers had killed. */
  boolean isDead() {
    return dead;
  }

  /** Where an SMS that cannot be delivered goes, masked. */
  private String movedTo() {
    return ask.channel() == FactorKind.EMAIL
        ? ask.hint()
        : ask.fallback().map(to -> EmailAddress.of(to.to()).masked()).orElse("");
  }

  private Map<String, Object> shown() {
    Map<String, Object> shown = new HashMap<>(page.basics(ask.channel(), ask.others()));
    shown.put("destination", ask.hint());
    shown.put("fallback", movedTo());
    shown.put("purpose", ask.purpose() == Purpose.LOGIN ? "login" : "enrol");
    shown.put("canChangeContact", ask.purpose() == Purpose.ENROL_PHONE);
    shown.put("resend", true);
    shown.put("instead", instead);
    shown.putAll(page.delivery());
    return shown;
  }
}
