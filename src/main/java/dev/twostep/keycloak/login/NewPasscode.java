package dev.twostep.keycloak.login;

import dev.twostep.domain.device.Passcode;
import dev.twostep.domain.device.PasscodeRules;
import dev.twostep.domain.device.PasscodeVerdict;
import dev.twostep.domain.device.PasscodeVerdict.Flaw;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.device.KnownOfUser;
import java.util.Optional;
import org.keycloak.models.utils.FormMessage;

/** The passcode that a posted form chooses, typed twice. */
record NewPasscode(Passcode chosen, Passcode repeated) {

  static NewPasscode in(Exchange exchange) {
    return new NewPasscode(
        Passcode.typed(exchange.field("passcode")), Passcode.typed(exchange.field("repeat")));
  }

  boolean isLeftOut() {
    return chosen.isEmpty() && repeated.isEmpty();
  }

  /** What is wrong with it, at its field. */
  Optional<FormMessage> flaw(Exchange exchange) {
    var phone = new AccountFactors(exchange.realm(), exchange.user()).phone().map(p -> p.e164());
    PasscodeVerdict verdict =
        PasscodeRules.judge(chosen, KnownOfUser.of(exchange.user(), phone.stream()));
    if (verdict instanceof PasscodeVerdict.Refused refused) {
      return Optional.of(message("passcode", refused.flaw()));
    }
    return chosen.isSameAs(repeated)
        ? Optional.empty()
        : Optional.of(message("repeat", Flaw.DIFFERENT));
  }

  private static FormMessage message(String field, Flaw flaw) {
    return Pages.message(field, "twostepPasscodeFlaw-" + flaw.word());
  }
}
