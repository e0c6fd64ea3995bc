package dev.twostep.keycloak.store;

import java.time.Instant;
import java.util.Optional;

/**
 * News as its page needs it.
 *
 * @param subject what changed: the word of the change, of the factor, and the masked detail
 * @param credential the id of the credential that is there since; empty text if none
 */
public record News(
    String id, Subject subject, String credential, Instant at, Optional<String> answer) {

  /** What changed, in the words that end message keys. */
  public record Subject(String what, String factor, String detail) {}
}
