package dev.twostep.keycloak.login;

import dev.twostep.domain.policy.Refusal;
import dev.twostep.keycloak.credential.RemovalCheck;

/** Which message tells a user about a refusal. */
final class RefusalKey {

  private RefusalKey() {}

  static String of(Refusal refusal) {
    return switch (refusal) {
      case UNREADABLE_POLICY -> "UnreadablePolicy";
      case NO_ALLOWED_FACTOR, NO_ENROLLABLE_FACTOR -> "NoAllowedFactor";
      case LEVEL_OUT_OF_REACH -> "Level";
      case ONLY_OFFICE -> "OnlyOffice";
    };
  }

  static String of(RemovalCheck.Objection objection) {
    return switch (objection) {
      case LAST_FACTOR -> "LastFactor";
      case ONLY_OFFICE -> "OnlyOffice";
      case TOO_YOUNG -> "TooYoung";
      case NOT_FRESH -> "NotFresh";
    };
  }
}
