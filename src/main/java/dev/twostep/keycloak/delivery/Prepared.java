package dev.twostep.keycloak.delivery;

import dev.twostep.domain.delivery.Delivery;

/** A message that is worded and addressed: shipping it needs no Keycloak session any more. */
@FunctionalInterface
interface Prepared {

  Delivery ship();
}
