package dev.twostep.keycloak.login;

/** The turns of one kind of factor while it is asked for. */
interface FactorTurns {

  /** Starts asking: the first time that this login comes to this factor. */
  Turn ask();

  /** Shows the question again, with no side effect: a reload must send nothing. */
  Turn show();

  /** Takes what was posted. */
  Turn answer();
}
