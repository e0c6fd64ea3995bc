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
  @DisplayName("H08 A picture that is not read stays where it is, and its sender keeps nobody out")
  @AbuseCase("H08")
  void boundedMemory() {
    try (Photos photos = new Photos(new Photos.Limits(1, 8, ENOUGH, ENOUGH))) {
      Reading inner = photos.read("ann", () -> nested(photos, 1));

      assertThat(inner).isEqualTo(new Reading.Found(List.of(TEXT)));
      assertThat(photos.read("ann", () -> PICTURE)).isEqualTo(new Reading.Found(List.of(TEXT)));
    }
  }

  /** While a sender's pictures are held, so many that one more of theirs is not asked for. */
  private static byte[] nested(Photos photos, int held) {
    if (held < 2) {
      Reading next = photos.read("ann", () -> nested(photos, held + 1));
      assertThat(next).isEqualTo(new Reading.Found(List.of(TEXT)));
      return PICTURE;
    }
    Supplier<byte[]> never =
        () -> {
          throw new AssertionError("asked for");
        };
    assertThat(photos.read("ann", never)).isEqualTo(new Reading.Unreadable(BUSY));
    assertThat(photos.read("bob", () -> PICTURE)).isEqualTo(new Reading.Found(List.of(TEXT)));
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
