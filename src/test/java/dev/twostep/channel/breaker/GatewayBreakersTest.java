package dev.twostep.channel.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.delivery.Breakers.Place;
import dev.twostep.application.delivery.Breakers.State;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.memory.StepClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GatewayBreakersTest {

  private static final Place MAIN = new Place("acme", "main");
  private static final Place OTHER_REALM = new Place("bakery", "main");

  private final StepClock clock = new StepClock();
  private final List<String> changes = new ArrayList<>();
  private final GatewayBreakers breakers =
      new GatewayBreakers(
          clock,
          new GatewayBreakers.Watcher() {
            @Override
            public void made(Place place) {
              changes.add(place.gateway() + " made");
            }

            @Override
            public void changed(Place place, State from, State to) {
              changes.add(from + ">" + to);
            }
          });

  @Test
  void opensAfterFailures() {
    fail(GatewayBreakers.FEWEST);

    assertThat(breakers.permits(MAIN)).isFalse();
    assertThat(breakers.state("acme", "main")).isEqualTo(State.OPEN);
    assertThat(breakers.permits(OTHER_REALM)).isTrue();
    assertThat(changes).containsSubsequence("main made", "CLOSED>OPEN");
  }

  @Test
  void aFewFailuresAmongManyMessagesDoNotMatter() {
    for (int message = 0; message < 100; message++) {
      assertThat(breakers.permits(MAIN)).isTrue();
      if (message % 3 == 0) {
        breakers.failed(MAIN);
      } else {
        breakers.succeeded(MAIN);
      }
    }
    assertThat(breakers.state("acme", "main")).isEqualTo(State.CLOSED);
  }

  @Test
  void oneMessageFindsOut() {
    fail(GatewayBreakers.FEWEST);
    clock.forward(GatewayBreakers.OPEN.minusMillis(1));
    assertThat(breakers.permits(MAIN)).isFalse();
    clock.forward(Duration.ofMillis(1));

    assertThat(breakers.permits(MAIN)).isTrue();
    assertThat(breakers.permits(MAIN)).as("a second one").isFalse();
    assertThat(breakers.state("acme", "main")).isEqualTo(State.HALF_OPEN);

    breakers.succeeded(MAIN);
    assertThat(breakers.state("acme", "main")).isEqualTo(State.CLOSED);
    assertThat(changes).containsSubsequence("CLOSED>OPEN", "OPEN>HALF_OPEN", "HALF_OPEN>CLOSED");
  }

  @Test
  void aMessageThatFindsOutInVainOpensItAgain() {
    fail(GatewayBreakers.FEWEST);
    clock.forward(GatewayBreakers.OPEN);
    assertThat(breakers.permits(MAIN)).isTrue();
    breakers.failed(MAIN);

    assertThat(breakers.permits(MAIN)).isFalse();
    assertThat(breakers.readyAt(MAIN)).isEqualTo(clock.instant().plus(GatewayBreakers.OPEN));
    clock.forward(GatewayBreakers.OPEN);
    assertThat(breakers.permits(MAIN)).isTrue();
  }

  @Test
  @DisplayName("B10 a gateway that asks for a pause gets exactly that, and one message after it")
  @AbuseCase("B10")
  void aPauseIsKept() {
    for (int seconds : List.of(1, 7, 30, 300)) {
      assertThat(breakers.permits(MAIN)).isTrue();
      breakers.throttled(MAIN, Duration.ofSeconds(seconds));

      assertThat(breakers.readyAt(MAIN)).isEqualTo(clock.instant().plusSeconds(seconds));
      clock.forward(Duration.ofSeconds(seconds).minusMillis(1));
      assertThat(breakers.permits(MAIN)).isFalse();
      clock.forward(Duration.ofMillis(1));
      assertThat(breakers.permits(MAIN)).as("after %s s", seconds).isTrue();
      assertThat(breakers.permits(MAIN)).as("a second one").isFalse();
      breakers.succeeded(MAIN);
    }
  }

  @Test
  void aShorterPauseShortensNothing() {
    breakers.throttled(MAIN, Duration.ofSeconds(30));
    breakers.throttled(MAIN, Duration.ofSeconds(5));
    clock.forward(Duration.ofSeconds(29));
    assertThat(breakers.permits(MAIN)).isFalse();
    clock.forward(Duration.ofSeconds(1));
    assertThat(breakers.permits(MAIN)).isTrue();
  }

  @Test
  void aLongerPauseLengthensAnOpenBreaker() {
    fail(GatewayBreakers.FEWEST);
    breakers.throttled(MAIN, Duration.ofSeconds(60));
    clock.forward(Duration.ofSeconds(59));
    assertThat(breakers.permits(MAIN)).isFalse();
    clock.forward(Duration.ofSeconds(1));
    assertThat(breakers.permits(MAIN)).isTrue();
  }

  @Test
  void anUnknownGatewayIsClosed() {
    assertThat(breakers.state("acme", "nobody")).isEqualTo(State.CLOSED);
    assertThat(changes).isEmpty();
  }

  private void fail(int times) {
    for (int n = 0; n < times; n++) {
      assertThat(breakers.permits(MAIN)).isTrue();
      breakers.failed(MAIN);
    }
  }
}
