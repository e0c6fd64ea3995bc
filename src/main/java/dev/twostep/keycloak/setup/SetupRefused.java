package dev.twostep.keycloak.setup;

/** Setup cannot go on without a decision of the administrator; nothing is changed. */
final class SetupRefused extends RuntimeException {

  private final String hint;

  SetupRefused(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /** What the administrator can do about it. */
  String hint() {
    return hint;
  }
}
