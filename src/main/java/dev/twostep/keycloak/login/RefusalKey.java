package dev.twostep.keycloak.login;

import dev.twostep.domain.policy.Refusal;

/** Which message tells a user about a refusal. */
final class RefusalKey {

  private RefusalKey() {}

  static String of(Refusal refusal) {
    return switch (refusal) {
      case UNREADABLE_POLICY -> "UnreadablePolicy";
      case NO_ALLOWED_FACTOR, NO_ENROLLABLE_FACTOR -> "NoAllowedFactor";
    };
  }
}
