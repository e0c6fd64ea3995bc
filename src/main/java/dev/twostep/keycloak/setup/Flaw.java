package dev.twostep.keycloak.setup;

/** A way in which a flow fails to ask for the second step. */
enum Flaw {
  MISSING(
      "has no second step",
      "Add a REQUIRED sub-flow with the execution \"Twostep: second step\" after the elements that"
          + " identify the user, or bind the flow that setup makes."),
  DISABLED(
      "has its second step switched off",
      "Set the execution and the sub-flows around it to REQUIRED."),
  SKIPPABLE(
      "has its second step in an ALTERNATIVE element",
      "A single sign-on cookie or another alternative then skips it. Put it into a REQUIRED"
          + " sub-flow of its own at the top level, beside the one that identifies the user."),
  MIXED(
      "has its second step beside ALTERNATIVE elements",
      "Keycloak ignores ALTERNATIVE elements beside REQUIRED ones, so nobody is identified. Put"
          + " the alternatives into one REQUIRED sub-flow."),
  TOO_EARLY(
      "asks for the second step before it knows the user",
      "Move the second step below the elements that identify the user.");

  private final String what;
  private final String hint;

  Flaw(String what, String hint) {
    this.what = what;
    this.hint = hint;
  }

  Finding in(String flow, Finding.Level level) {
    return new Finding(level, "Flow \"" + flow + "\" " + what + ".", hint);
  }
}
