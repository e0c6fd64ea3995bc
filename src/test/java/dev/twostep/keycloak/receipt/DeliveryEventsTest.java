package dev.twostep.keycloak.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.delivery.LetterState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever watches events relies on these words: they never change. */
class DeliveryEventsTest {

  @Test
  void codesAreStable() {
    assertThat(
            Stream.of(LetterState.FAILED, LetterState.UNDELIVERED, LetterState.MOVED)
                .map(DeliveryEvents::errorOf))
        .containsExactly(
            "twostep_message_failed", "twostep_message_undelivered", "twostep_message_moved");
    assertThat(
            List.of(
                DeliveryEvents.MESSAGE,
                DeliveryEvents.CHANNEL,
                DeliveryEvents.GATEWAY,
                DeliveryEvents.REASON))
        .containsExactly("twostep_message", "twostep_channel", "twostep_gateway", "twostep_reason");
  }
}
