package dev.twostep.picture;

/** A picture in shades of grey, one byte each, row by row. */
final class Grey {

  private final byte[] pixels;
  private final int width;
  private final int height;

  Grey(byte[] pixels, int width, int height) {
    this.pixels = pixels;
    this.width = width;
    this.height = height;
  }

  byte[] pixels() {
    return pixels;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** As it is, or halved until it has no more pixels than that. */
  Grey atMost(int pixelCount) {
    Grey small = this;
    while ((long) small.width * small.height > pixelCount) {
      small = small.halved();
    }
    return small;
  }

  /** Four pixels become their average, which also takes the noise away. */
  Grey halved() {
    int w = Math.max(1, width / 2);
    int h = Math.max(1, height / 2);
    byte[] half = new byte[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int sum = at(2 * x, 2 * y) + at(2 * x + 1, 2 * y);
        sum += at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1);
        half[y * w + x] = (byte) ((sum + 2) >> 2);
      }
    }
    return new Grey(half, w, h);
  }

  /** Twice as wide and high, with what lies between. */
  Grey doubled() {
    int w = 2 * width;
    byte[] large = new byte[w * 2 * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int here = at(x, y);
        int right = at(x + 1, y);
        int below = at(x, y + 1);
        int place = 2 * y * w + 2 * x;
        large[place] = (byte) here;
        large[place + 1] = (byte) ((here + right) >> 1);
        large[place + w] = (byte) ((here + below) >> 1);
        large[place + w + 1] = (byte) ((here + right + below + at(x + 1, y + 1)) >> 2);
      }
    }
    return new Grey(large, w, 2 * height);
  }

  /** What stands out from its surroundings stands out more. */
  Grey sharpened(int radius, int strength) {
    byte[] sharp = new byte[pixels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int around = at(x - radius, y) + at(x + radius, y) + at(x, y - radius) + at(x, y + radius);
        int here = at(x, y);
        int value = here + ((strength * (4 * here - around)) >> 2);
        sharp[y * width + x] = (byte) Math.max(0, Math.min(255, value));
      }
    }
    return new Grey(sharp, width, height);
  }

  private int at(int x, int y) {
    int column = x < 0 ? 0 : Math.min(x, width - 1);
    int row = y < 0 ? 0 : Math.min(y, height - 1);
    return pixels[row * width + column] & 0xff;
  }
}
