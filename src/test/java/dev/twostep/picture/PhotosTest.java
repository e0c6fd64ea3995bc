package dev.twostep.picture;

import static dev.twostep.application.portal.PictureRefusal.BUSY;
import static dev.twostep.application.portal.PictureRefusal.TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twostep.application.portal.Reading;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.picture.PhotoSet;
import dev.twostep.fixture.picture.QrPicture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PhotosTest {

  private static final Duration ENOUGH = Duration.ofMinutes(1);
  private static final String TEXT = "otpauth://totp/ann?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  private static final byte[] PICTURE = QrPicture.encoded(QrPicture.of(TEXT, 300), "png");

  @Test
  @DisplayName("H08 Of fifty pictures at once some are read, and the others refused at once")
  @AbuseCase("H08")
  void boundedQueue() {
    ExecutorService callers = Executors.newFixedThreadPool(50);
    List<Reading> readings;
    try (Photos photos = new Photos(new Photos.Limits(1, 8, ENOUGH, ENOUGH))) {
      readings =
          IntStream.range(0, 50)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> photos.read(PICTURE), callers))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    } finally {
      callers.shutdownNow();
    }

    Reading read = new Reading.Found(List.of(TEXT));
    assertThat(readings).containsOnly(read, new Reading.Unreadable(BUSY));
    assertThat(Collections.frequency(readings, read)).isGreaterThanOrEqualTo(9);
  }

  @Test
  @DisplayName("H08 A picture stays where it is until its turn, and its sender keeps nobody out")
  @AbuseCase("H08")
  void boundedMemory() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    List<String> asked = new CopyOnWriteArrayList<>();
    ExecutorService callers = Executors.newFixedThreadPool(4);
    try (Photos photos = new Photos(new Photos.Limits(1, 8, ENOUGH, ENOUGH))) {
      var first =
          CompletableFuture.supplyAsync(
              () -> photos.read("ann", () -> waiting(begun, held)), callers);
      begun.await();
      var second =
          CompletableFuture.supplyAsync(() -> photos.read("ann", () -> told(asked)), callers);
      var third =
          CompletableFuture.supplyAsync(() -> photos.read("ann", () -> told(asked)), callers);
      var other = CompletableFuture.supplyAsync(() -> photos.read("bob", () -> PICTURE), callers);
      assertThat(CompletableFuture.anyOf(second, third).join())
          .isEqualTo(new Reading.Unreadable(BUSY));
      assertThat(asked).isEmpty();

      held.countDown();
      Reading read = new Reading.Found(List.of(TEXT));
      assertThat(List.of(second.join(), third.join()))
          .containsExactlyInAnyOrder(read, new Reading.Unreadable(BUSY));
      assertThat(List.of(first.join(), other.join())).containsOnly(read);
      assertThat(asked).hasSize(1);
    } finally {
      callers.shutdownNow();
    }
  }

  private static byte[] waiting(CountDownLatch begun, CountDownLatch held) {
    begun.countDown();
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return PICTURE;
  }

  private static byte[] told(List<String> asked) {
    asked.add("ann");
    return PICTURE;
  }

  @Test
  @DisplayName("A picture that cannot be fetched leaves its place")
  void leavesItsPlace() {
    Supplier<byte[]> broken =
        () -> {
          throw new UncheckedIOException(new IOException("gone"));
        };
    try (Photos photos = new Photos(new Photos.Limits(1, 8, ENOUGH, ENOUGH))) {
      for (int i = 0; i < 20; i++) {
        assertThatThrownBy(() -> photos.read("ann", broken)).hasMessageContaining("gone");
      }
      assertThat(photos.read("ann", () -> PICTURE)).isEqualTo(new Reading.Found(List.of(TEXT)));
    }
  }

  @Test
  void stopsASearchThatTakesTooLong() {
    byte[] blurred =
        PhotoSet.photos().stream()
            .filter(photo -> photo.name().equals("blur-19.jpg"))
            .findFirst()
            .orElseThrow()
            .large();
    try (Photos photos = new Photos(new Photos.Limits(1, 8, Duration.ofMillis(40), ENOUGH))) {
      assertThat(photos.read(blurred)).isEqualTo(new Reading.Unreadable(TOO_LONG));
    }
    try (Photos photos = new Photos(new Photos.Limits(1, 8, ENOUGH, ENOUGH))) {
      assertThat(photos.read(PICTURE)).isEqualTo(new Reading.Found(List.of(TEXT)));
    }
  }

  @Test
  void callerDoesNotWaitForever() {
    try (Photos photos = new Photos(new Photos.Limits(1, 8, ENOUGH, Duration.ofNanos(1)))) {
      assertThat(photos.read(PICTURE)).isEqualTo(new Reading.Unreadable(BUSY));
    }
  }

  @Test
  void refusesWhenClosed() {
    Photos photos = Photos.open();
    photos.close();

    assertThat(photos.read(PICTURE)).isEqualTo(new Reading.Unreadable(BUSY));
  }
}
