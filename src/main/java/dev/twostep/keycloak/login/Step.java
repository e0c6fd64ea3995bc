package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import java.util.Arrays;
import java.util.Optional;

/** Where in the conversation a login is; kept on the server between its pages. */
record Step(Kind kind, FactorKind factor) {

  enum Kind {
    /** A code, or a passkey, is asked for. */
    ASK,
    /** The user chooses which factor to use. */
    CHOOSE,
    /** A factor is about to be set up: its address is asked for. */
    ENROL,
    /** The address was given: its code is asked for. */
    CONFIRM,
    /** The user is asked whether they want two-step login. */
    OFFER
  }

  String text() {
    return kind + ":" + factor.word();
  }

  static Optional<Step> of(String text) {
    String[] parts = text.split(":", 2);
    Optional<Kind> kind =
        Arrays.stream(Kind.values()).filter(k -> k.name().equals(parts[0])).findFirst();
    return kind.flatMap(
        k ->
            parts.length < 2 ? Optional.empty() : FactorKind.of(parts[1]).map(f -> new Step(k, f)));
  }
}
