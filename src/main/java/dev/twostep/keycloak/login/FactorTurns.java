package dev.twostep.keycloak.login;

import dev.twostep.domain.limit.Barring;
import java.util.Optional;

/** The turns of one kind of factor while it is asked for. */
interface FactorTurns {

  /** Why no message went out by this way just now, though the account may have some left. */
  default Optional<Barring> barring() {
    return Optional.empty();
  }

  /** Starts asking: the first time that this login comes to this factor. */
  Turn ask();

  /** Shows the question again, with no side effect: a reload must send nothing. */
  Turn show();

  /** Takes what was posted. */
  Turn answer();
}
