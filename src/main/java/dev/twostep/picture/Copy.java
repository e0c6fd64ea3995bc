package dev.twostep.picture;

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
    file.copy(start, count, content, length);
    length += count;
    return this;
  }

  Bytes done() {
    return new Bytes(content, length);
  }
}
