package dev.twostep.keycloak.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {

  private final Lane lane = new Lane("test-lane", new Lane.Size(1, 4, 3));
  private final List<String> started = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> answer = new CompletableFuture<>();

  @AfterEach
  void close() {
    lane.close();
  }

  @Test
  void jobsThatWaitForAnAnswerNeedNoThread() {
    for (int job = 0; job < 4; job++) {
      assertThat(lane.offer(hanging("job-" + job))).isTrue();
    }

    awaitStarted(4);
  }

  @Test
  void whatIsTooMuchIsRefused() {
    for (int job = 0; job < 4 + 3; job++) {
      assertThat(lane.offer(hanging("job-" + job))).isTrue();
    }

    assertThat(lane.offer(hanging("one too many"))).isFalse();
    assertThat(lane.waiting()).isEqualTo(3);
  }

  @Test
  void whatWaitsStartsWhenThereIsRoom() {
    for (int job = 0; job < 6; job++) {
      lane.offer(hanging("job-" + job));
    }
    awaitStarted(4);
    answer.complete(null);

    awaitStarted(6);
    assertThat(lane.waiting()).isZero();
  }

  @Test
  void whatCanWaitLeavesHalfOfTheLane() {
    for (int job = 0; job < 4; job++) {
      assertThat(lane.offerLater(hanging("later-" + job))).isTrue();
    }
    lane.offer(hanging("urgent"));

    awaitStarted(3);
    assertThat(started).containsExactly("later-0", "later-1", "urgent");
    answer.complete(null);
    awaitStarted(5);
  }

  @Test
  void aJobThatBreaksMakesRoom() {
    for (int job = 0; job < 20; job++) {
      Eventually.holds(
          "room",
          Duration.ofSeconds(5),
          () ->
              lane.offer(
                  () -> {
                    started.add("broken");
                    throw new IllegalStateException("planted");
                  }));
    }
    lane.offer(hanging("good"));

    awaitStarted(21);
  }

  private Supplier<CompletionStage<?>> hanging(String name) {
    return () -> {
      started.add(name);
      return answer;
    };
  }

  private void awaitStarted(int count) {
    Eventually.holds(count + " started jobs", Duration.ofSeconds(5), () -> started.size() == count);
  }
}
