package dev.twostep.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.portal.Reading;
import dev.twostep.fixture.picture.PhotoSet;
import dev.twostep.fixture.picture.PhotoSet.Photo;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How many photos can be read, and that none is read wrongly; the bench has the whole table. */
class PhotoSetTest {

  private static final Set<String> ALWAYS = Set.of("clean", "rotate", "light");
  private static final int EVERY = 7;
  private static final Photos PHOTOS = Photos.open();

  @AfterAll
  static void close() {
    PHOTOS.close();
  }

  @Test
  void readsNineOutOfTenPhotos() {
    List<Photo> all = PhotoSet.photos();
    List<Photo> right = right(all, Photo::bytes);

    assertThat(all).hasSize(140);
    assertThat(right).hasSizeGreaterThanOrEqualTo(all.size() * 90 / 100);
    assertThat(right).containsAll(all.stream().filter(p -> ALWAYS.contains(p.spoilt())).toList());
  }

  @Test
  void readsThemAsLargeAsPhonesMakeThem() {
    List<Photo> some =
        IntStream.range(0, PhotoSet.photos().size())
            .filter(i -> i % EVERY == 0)
            .mapToObj(PhotoSet.photos()::get)
            .toList();

    assertThat(right(some, Photo::large)).hasSizeGreaterThanOrEqualTo(some.size() * 85 / 100);
  }

  private static List<Photo> right(List<Photo> photos, Function<Photo, byte[]> file) {
    return photos.stream().filter(photo -> isRead(photo, file.apply(photo))).toList();
  }

  private static boolean isRead(Photo photo, byte[] file) {
    Reading reading = PHOTOS.read(file);
    if (reading instanceof Reading.Found found) {
      assertThat(found.texts()).as(photo.name()).containsExactly(photo.text());
      return true;
    }
    return false;
  }
}
