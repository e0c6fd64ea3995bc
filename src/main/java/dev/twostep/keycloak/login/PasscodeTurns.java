package dev.twostep.keycloak.login;

import dev.twostep.application.device.CheckedPasscode;
import dev.twostep.domain.device.Passcode;
import dev.twostep.domain.policy.Decision;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.models.utils.FormMessage;

/** Asks for the passcode of a trusted device; the ordinary second step does just as well. */
final class PasscodeTurns {

  private static final String TEMPLATE = "twostep-passcode.ftl";

  private final Exchange exchange;
  private final Decision.Unlock decision;
  private final Supplier<Turn> ordinary;

  PasscodeTurns(Exchange exchange, Decision.Unlock decision, Supplier<Turn> ordinary) {
    this.exchange = exchange;
    this.decision = decision;
    this.ordinary = ordinary;
  }

  Turn turn(boolean answered) {
    if (!answered) {
      return new Turn.Show(new Pages(exchange).show(TEMPLATE, Map.of()));
    }
    if (exchange.field("twostepAction").equals("code")) {
      return ordinary.get();
    }
    Passcode typed = Passcode.typed(exchange.field("passcode"));
    return typed.isEmpty()
        ? new Turn.Show(page(Pages.message("passcode", "twostepPasscodeFlaw-missing")))
        : after(new DeviceHere(exchange).check(typed, decision));
  }

  private Turn after(CheckedPasscode checked) {
    if (checked instanceof CheckedPasscode.Right) {
      return new Turn.Done(Optional.empty());
    }
    if (checked instanceof CheckedPasscode.Wrong wrong) {
      return new Turn.Wrong(page(Pages.message("passcode", "twostepPasscodeWrong", wrong.left())));
    }
    boolean counted = checked instanceof CheckedPasscode.Dropped;
    if (counted) {
      Pages.say(exchange, "twostepPasscodeDropped");
    }
    Turn next = ordinary.get();
    return counted && next instanceof Turn.Show show ? new Turn.Wrong(show.page()) : next;
  }

  private Response page(FormMessage error) {
    return new Pages(exchange).error(TEMPLATE, Map.of(), error);
  }
}
