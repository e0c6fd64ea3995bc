package dev.twostep.picture;

import dev.twostep.application.portal.PictureRefusal;

/**
 * A picture file without anything but its pixels, and how large they are.
 *
 * @param step every how many pixels one is kept, in both directions, so that memory stays bounded
 */
record Pared(Bytes bytes, int width, int height, int step) {

  /** What a phone calls 64 megapixels is a little more. */
  static final int MOST_PIXELS = 64 << 20;

  /** Unpacked at once: twelve megapixels in colour still come whole. */
  private static final int MOST_BYTES = 48_000_000;

  /** Refuses from what the header says. */
  static void check(long width, long height, long most) {
    if (width <= 0 || height <= 0) {
      throw new Refused(PictureRefusal.DAMAGED);
    }
    if (width > most || height > most || width * height > most) {
      throw new Refused(PictureRefusal.TOO_MANY_PIXELS);
    }
  }

  static Pared of(Bytes bytes, int width, int height, int bytesPerPixel) {
    int step = 1;
    while ((long) (width / step + 1) * (height / step + 1) * bytesPerPixel > MOST_BYTES) {
      step++;
    }
    return new Pared(bytes, width, height, step);
  }
}
