package dev.twostep.keycloak.login;

/** Asks for an address, proves it by a code, and only then stores it. */
interface ContactEnrolment {

  /** The turn at that step: {@code ENROL} asks for the address, {@code CONFIRM} for its code. */
  Turn turn(Step.Kind at, boolean answered);
}
