package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** How one request of the conversation ends; every branch ends in exactly one of these. */
sealed interface Turn {

  /** A page, and the login waits. */
  record Show(Response page) implements Turn {}

  /** A wrong answer was counted; Keycloak's brute-force protection is to count it, too. */
  record Wrong(Response page) implements Turn {}

  /** No login: a page says why and what to do. */
  record Refused(Response page) implements Turn {}

  /** The step is over; with the factor that was proven, if one was. */
  record Done(Optional<FactorKind> proven) implements Turn {}

  /** Keycloak's own authenticator has answered the request already. */
  record Delegated() implements Turn {}
}
