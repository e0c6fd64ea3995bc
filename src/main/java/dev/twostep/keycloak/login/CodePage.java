package dev.twostep.keycloak.login;

import dev.twostep.application.challenge.CodeOutcome;
import dev.twostep.application.delivery.LetterState;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Leave;
import dev.twostep.keycloak.store.JpaLetters;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.Urls;

/** The page with the one field for a code, for every factor that has a code. */
final class CodePage {

  private static final String TEMPLATE = "twostep-code.ftl";

  private final Exchange exchange;
  private final String template;
  private final Pages pages;
  private int waitSeconds;
  private boolean justPosted;

  CodePage(Exchange exchange) {
    this(exchange, TEMPLATE);
  }

  /** Another page on which a code is asked for, among other things. */
  CodePage(Exchange exchange, String template) {
    this.exchange = exchange;
    this.template = template;
    this.pages = new Pages(exchange);
  }

  Response show(Map<String, Object> shown) {
    return pages.show(template, shown);
  }

  Response error(Map<String, Object> shown, FormMessage error) {
    return pages.error(template, shown, error);
  }

  /** What became of an answer, as a turn; {@code shown} is asked for only if a page is needed. */
  Turn turn(CodeOutcome outcome, Supplier<Map<String, Object>> shown) {
    if (outcome instanceof CodeOutcome.Accepted accepted) {
      return new Turn.Done(Optional.of(accepted.proven()));
    }
    FormMessage message = message(outcome);
    Response page = error(shown.get(), message);
    return outcome instanceof CodeOutcome.Wrong ? new Turn.Wrong(page) : new Turn.Show(page);
  }

  FormMessage message(CodeOutcome outcome) {
    if (outcome instanceof CodeOutcome.Wrong wrong) {
      return wrong(wrong.next(), Pages.message("code", "twostepCodeWrong"));
    }
    if (outcome instanceof CodeOutcome.Held held) {
      return leave(held.leave());
    }
    if (outcome instanceof CodeOutcome.Spent) {
      return Pages.message("code", "twostepCodeSpent");
    }
    return Pages.message(
        "code",
        outcome instanceof CodeOutcome.Exhausted ? "twostepCodeDead" : "twostepCodeExpired");
  }

  /** What a counted answer is told: {@code plain}, unless there is no next one for long. */
  FormMessage wrong(Leave next, FormMessage plain) {
    if (next instanceof Leave.UsedUp) {
      return leave(next);
    }
    waitSeconds = secondsOf(next);
    return waitSeconds > 1 && plain.getMessage().equals("twostepCodeWrong")
        ? Pages.message(plain.getField(), "twostepCodeWrongWait", waitSeconds)
        : plain;
  }

  private FormMessage leave(Leave leave) {
    if (leave instanceof Leave.UsedUp usedUp) {
      return Pages.message("code", "twostepBudgetSpent", clockTime(usedUp.until()));
    }
    waitSeconds = secondsOf(leave);
    return Pages.message("code", "twostepCodeTooEarly", waitSeconds);
  }

  private int secondsOf(Leave leave) {
    return leave instanceof Leave.Wait wait
        ? Pages.secondsUntil(wait.until(), exchange.twostep().clock().instant())
        : 0;
  }

  /** What every code page shows. */
  Map<String, Object> basics(FactorKind kind, boolean others) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("kind", kind.word());
    shown.put("purpose", "login");
    shown.put("destination", "");
    shown.put("delivery", "none");
    shown.put("deliveryUrl", "");
    shown.put("fallback", "");
    shown.put("resend", false);
    shown.put("resendInSeconds", 0);
    shown.put("canChangeContact", false);
    shown.put("minutes", Challenge.LIFE.toMinutes());
    shown.put("others", others);
    shown.put("waitSeconds", waitSeconds);
    return shown;
  }

  /** How far the running message is, and when it may be repeated. */
  Map<String, Object> delivery() {
    Instant now = exchange.twostep().clock().instant();
    int wait = exchange.notes().nextSend().map(at -> Pages.secondsUntil(at, now)).orElse(0);
    Map<String, Object> shown = new HashMap<>(Map.of("resendInSeconds", wait));
    exchange
        .notes()
        .letter()
        .ifPresent(
            letter -> {
              shown.put("delivery", state(letter).word());
              shown.put("deliveryUrl", deliveryUrl(letter));
            });
    return shown;
  }

  /** The letter was posted by this very request: nobody takes it before the login's commit. */
  void justPosted() {
    justPosted = true;
  }

  LetterState state(String letter) {
    if (justPosted) {
      return LetterState.PENDING;
    }
    var em = exchange.session().getProvider(JpaConnectionProvider.class).getEntityManager();
    return JpaLetters.stateOf(em, letter).orElse(LetterState.PENDING);
  }

  private String deliveryUrl(String letter) {
    return Urls.realmIssuer(
            exchange.session().getContext().getUri().getBaseUri(), exchange.realm().getName())
        + "/twostep/delivery/"
        + letter;
  }

  /** A time of day, with the date, as the reader's language writes it; UTC is named. */
  String clockTime(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.LONG)
        .withLocale(exchange.session().getContext().resolveLocale(exchange.user()))
        .withZone(ZoneId.of("UTC"))
        .format(at);
  }
}
