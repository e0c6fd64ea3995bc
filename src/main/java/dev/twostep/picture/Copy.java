package dev.twostep.picture;

import java.util.Arrays;

/** Parts of a file, one after another; never longer than the file. */
final class Copy {

  private final Bytes file;
  private final byte[] content;
  private int length;

  Copy(Bytes file) {
    this.file = file;
    this.content = new byte[file.length()];
  }

  Copy keep(int start, int count) {
    byte[] part = file.part(start, count);
    System.arraycopy(part, 0, content, length, count);
    length += count;
    return this;
  }

  Bytes done() {
    return new Bytes(Arrays.copyOf(content, length), length);
  }
}
