package dev.twostep.domain.grant;

import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.factor.FactorKind;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads the parameters; a code is never taken for more than one kind. */
record WishReader(UnaryOperator<String> parameters, List<FactorKind> allowed) {

  /** Recovery codes have twelve characters, those of an app eight at most. */
  private static final int SHORTEST_RECOVERY = 10;

  Wish read() {
    String send = value(Wish.SEND);
    if (!send.isEmpty()) {
      return message(send);
    }
    String app = value(Wish.OTP).isEmpty() ? value(Wish.TOTP) : value(Wish.OTP);
    if (!Answer.typed(app).isEmpty()) {
      return ofAnApp(Answer.typed(app));
    }
    String code = value(Wish.CODE);
    return Answer.typed(code).isEmpty() ? new Wish.None(GrantReason.CODE_REQUIRED) : code(code);
  }

  private Wish message(String send) {
    Optional<FactorKind> channel =
        FactorKind.of(send)
            .filter(kind -> kind == FactorKind.SMS || kind == FactorKind.EMAIL)
            .filter(allowed::contains);
    return channel.isEmpty()
        ? new Wish.None(GrantReason.FACTOR_NOT_ALLOWED)
        : new Wish.Message(channel.get(), challenge());
  }

  private Wish code(String code) {
    Answer answer = Answer.typed(code);
    if (!value(Wish.CHALLENGE).isEmpty()) {
      return challenge()
          .<Wish>map(id -> new Wish.MessageCode(id, answer))
          .orElseGet(() -> new Wish.None(GrantReason.CODE_EXPIRED));
    }
    return answer.text().length() >= SHORTEST_RECOVERY
        ? ifAllowed(FactorKind.RECOVERY_CODES, new Wish.RecoveryCode(code))
        : ofAnApp(answer);
  }

  /** The user's own, or one on a device of their office: such codes look alike. */
  private Wish ofAnApp(Answer answer) {
    FactorKind kind = allowed.contains(FactorKind.TOTP) ? FactorKind.TOTP : FactorKind.OFFICE;
    return ifAllowed(kind, new Wish.AppCode(answer));
  }

  private Wish ifAllowed(FactorKind kind, Wish wish) {
    return allowed.contains(kind) ? wish : new Wish.None(GrantReason.FACTOR_NOT_ALLOWED);
  }

  private Optional<ChallengeId> challenge() {
    return ChallengeId.of(value(Wish.CHALLENGE));
  }

  private String value(String name) {
    return parameters.apply(name).strip();
  }
}
