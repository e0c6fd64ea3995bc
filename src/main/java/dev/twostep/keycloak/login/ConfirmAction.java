package dev.twostep.keycloak.login;

import dev.twostep.domain.policy.Proof;
import dev.twostep.keycloak.credential.OwnProof;
import dev.twostep.keycloak.credential.SessionProof;
import java.util.Optional;

/**
 * Asks for a factor of the user's own, and for nothing else: the login before it does, as before
 * any change of a factor. A page of ours then lets that session change what needs such a proof.
 */
final class ConfirmAction implements TurnAction {

  @Override
  public Turn turn(Exchange exchange, boolean answered) {
    return refusal(exchange)
        .<Turn>map(why -> new Turn.Refused(new Pages(exchange).refused(why)))
        .orElseGet(() -> new Turn.Done(Optional.empty()));
  }

  /** The end of the key of a message that says why there is nothing to confirm with. */
  private static Optional<String> refusal(Exchange exchange) {
    if (exchange.impersonator().isPresent()) {
      return Optional.of("Impersonated");
    }
    Optional<Proof> proof = SessionProof.shownBy(exchange.session(), exchange.user());
    if (proof.filter(OwnProof::isOwn).isEmpty()) {
      return Optional.of("ConfirmNoFactor");
    }
    return OwnProof.isFresh(proof, exchange.twostep().clock().instant())
        ? Optional.empty()
        : Optional.of("NotFresh");
  }
}
