package dev.twostep.domain.policy;

import java.util.Arrays;
import java.util.Optional;

/** Where a requirement can be set; the subject's kinds in rising order of specificity. */
public enum ScopeKind {
  REALM("realm"),
  ORGANIZATION("organization"),
  GROUP("group"),
  USER("user"),
  APPLICATION("client");

  private final String word;

  ScopeKind(String word) {
    this.word = word;
  }

  /** The word of addresses and answers; an application is Keycloak's {@code client}. */
  public String word() {
    return word;
  }

  /** The kind of that exact word, or empty. */
  public static Optional<ScopeKind> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
  }
}
