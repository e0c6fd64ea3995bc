package dev.twostep.keycloak.wiring;

import dev.twostep.application.delivery.Breakers;
import dev.twostep.application.portal.Pictures;
import dev.twostep.keycloak.gateway.GatewayAccess;
import dev.twostep.keycloak.limit.SharedLimits;
import java.util.Optional;
import java.util.function.Predicate;

/** The two kinds of messages; letters with codes need a server key, notices do not. */
record Post(Optional<LetterPost> letters, NoticePost notices, DeliveryRecord seen, Shared shared) {

  /** What they have in common. */
  record Shared(
      GatewayAccess access,
      Breakers breakers,
      SharedLimits limits,
      Predicate<Runnable> lists,
      Pictures pictures,
      SoonBooks books) {}
}
