package dev.twostep.picture;

import static dev.twostep.application.portal.PictureRefusal.BUSY;
import static dev.twostep.application.portal.PictureRefusal.TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.portal.Reading;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.picture.PhotoSet;
import dev.twostep.fixture.picture.QrPicture;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
