package dev.twostep.keycloak.apppassword;

/** What was given in the place of a password. */
public sealed interface Presented {

  /** An app password that is good for that application now. */
  record Opened(String credentialId) implements Presented {}

  /**
   * Something that looks like an app password and is not good; {@code reason} is for events and
   * logs, never for whoever asks.
   */
  record Refused(String reason) implements Presented {}

  /** It does not look like an app password at all. */
  record NotOne() implements Presented {}
}
