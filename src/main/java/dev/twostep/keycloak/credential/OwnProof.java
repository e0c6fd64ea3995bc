package dev.twostep.keycloak.credential;

import dev.twostep.domain.policy.Proof;
import java.time.Instant;
import java.util.Optional;

/**
 * What a proof is good for beyond logging in. Whoever came in by an office's code is an employee of
 * that office, perhaps for the last day: they change nothing that would outlast it.
 */
public final class OwnProof {

  private OwnProof() {}

  /** Whether it was a factor of the user's own. */
  public static boolean isOwn(Proof proof) {
    return proof.factor().isPersonal();
  }

  /** Whether it allows a change now. */
  public static boolean isFresh(Optional<Proof> proof, Instant now) {
    return proof.filter(p -> p.allowsChangeAt(now)).isPresent();
  }
}
