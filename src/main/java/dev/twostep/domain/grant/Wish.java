package dev.twostep.domain.grant;

import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.factor.FactorKind;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a request of tokens brings for its second step, read from its parameters. */
public sealed interface Wish {

  String TOTP = "totp";
  String OTP = "otp";
  String CODE = "twostep_code";
  String SEND = "twostep_send";
  String CHALLENGE = "twostep_challenge";

  /** The code of an authenticator app, be it on a device of an office. */
  record AppCode(Answer answer) implements Wish {}

  /** One of Keycloak's recovery codes. */
  record RecoveryCode(String typed) implements Wish {
    @Override
    public String toString() {
      return "RecoveryCode[******]";
    }
  }

  /** The code of a message that was asked for before. */
  record MessageCode(ChallengeId challenge, Answer answer) implements Wish {}

  /** A message with a code is to be sent; again, if one is running. */
  record Message(FactorKind channel, Optional<ChallengeId> running) implements Wish {}

  /** It brings nothing that can be followed. */
  record None(GrantReason reason) implements Wish {}

  /**
   * Reads the parameters of a request.
   *
   * @param parameters the value of a parameter; empty text where it is absent
   * @param allowed what policy lets the user answer with
   */
  static Wish of(UnaryOperator<String> parameters, List<FactorKind> allowed) {
    return new WishReader(parameters, allowed).read();
  }
}
