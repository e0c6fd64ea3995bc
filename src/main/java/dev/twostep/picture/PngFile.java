package dev.twostep.picture;

import dev.twostep.application.portal.PictureRefusal;
import java.util.Set;

/**
 * A PNG by its chunks. Colour profiles and texts, which may unpack to anything, are left out; so
 * are the later pictures of an animation.
 */
final class PngFile {

  private static final int SIGNATURE = 8;
  private static final int AROUND = 12;
  private static final int HEADER = SIGNATURE + 8;
  private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  private final Bytes file;

  PngFile(byte[] file) {
    this.file = Bytes.of(file);
  }

  Pared pared() {
    if (file.intAt(SIGNATURE) != 13 || !file.has(SIGNATURE + 4, "IHDR")) {
      throw new Refused(PictureRefusal.DAMAGED);
    }
    long width = file.intAt(HEADER);
    long height = file.intAt(HEADER + 4);
    Pared.check(width, height, Pared.MOST_PIXELS);
    return Pared.of(chunks(), (int) width, (int) height, bytesPerPixel());
  }

  /** Four channels of two bytes at most; a palette's pixels become whole bytes. */
  private int bytesPerPixel() {
    int channels =
        switch (file.at(HEADER + 9)) {
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> 1;
        };
    return file.at(HEADER + 8) == 16 ? 2 * channels : channels;
  }

  private Bytes chunks() {
    Copy copy = new Copy(file).keep(0, SIGNATURE);
    int place = SIGNATURE;
    while (true) {
      long length = file.intAt(place);
      if (length > file.length() - place - (long) AROUND) {
        throw new Refused(PictureRefusal.DAMAGED);
      }
      String type = type(place + 4);
      if (KEPT.contains(type)) {
        copy.keep(place, (int) length + AROUND);
      }
      if (type.equals("IEND")) {
        return copy.done();
      }
      place += (int) length + AROUND;
    }
  }

  private String type(int place) {
    StringBuilder type = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      type.append((char) file.at(place + i));
    }
    return type.toString();
  }
}
