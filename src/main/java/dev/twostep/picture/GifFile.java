package dev.twostep.picture;

import dev.twostep.application.portal.PictureRefusal;

/** A GIF by its blocks, up to the end of its first picture; comments and scripts are left out. */
final class GifFile {

  private static final int HEADER = 13;
  private static final int DESCRIPTOR = 10;
  private static final int EXTENSION = 0x21;
  private static final int PICTURE = 0x2c;

  private final Bytes file;

  GifFile(byte[] file) {
    this.file = Bytes.of(file);
  }

  Pared pared() {
    Copy copy = new Copy(file).keep(0, HEADER + colours(10));
    int place = HEADER + colours(10);
    while (file.at(place) == EXTENSION) {
      place = behindBlocks(place + 2);
    }
    if (file.at(place) != PICTURE) {
      throw new Refused(PictureRefusal.DAMAGED);
    }
    int width = file.littleShortAt(place + 5);
    int height = file.littleShortAt(place + 7);
    Pared.check(width, height, Pared.MOST_PIXELS);
    Pared.check(file.littleShortAt(6), file.littleShortAt(8), Pared.MOST_PIXELS);
    int end = behindBlocks(place + DESCRIPTOR + colours(place + 9) + 1);
    return Pared.of(copy.keep(place, end - place).done(), width, height, 1);
  }

  /** How many bytes the table takes that these flags announce. */
  private int colours(int flags) {
    int said = file.at(flags);
    return (said & 0x80) == 0 ? 0 : 3 << ((said & 7) + 1);
  }

  private int behindBlocks(int start) {
    int place = start;
    while (file.at(place) != 0) {
      place += file.at(place) + 1;
    }
    return place + 1;
  }
}
