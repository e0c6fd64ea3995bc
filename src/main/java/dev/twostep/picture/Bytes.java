package dev.twostep.picture;

import dev.twostep.application.portal.PictureRefusal;
import javax.imageio.stream.ImageInputStreamImpl;

/** A file in memory: to be gone through from its start, built anew, and read by the JDK. */
final class Bytes {

  private final byte[] content;
  private final int length;

  Bytes(byte[] content, int length) {
    this.content = content;
    this.length = length;
  }

  static Bytes of(byte[] content) {
    return new Bytes(content, content.length);
  }

  int length() {
    return length;
  }

  int at(int place) {
    if (place < 0 || place >= length) {
      throw new Refused(PictureRefusal.DAMAGED);
    }
    return content[place] & 0xff;
  }

  int shortAt(int place) {
    return (at(place) << 8) | at(place + 1);
  }

  int littleShortAt(int place) {
    return (at(place + 1) << 8) | at(place);
  }

  long intAt(int place) {
    return ((long) shortAt(place) << 16) | shortAt(place + 2);
  }

  boolean has(int place, String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      if (at(place + i) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Copies a part of it to the end of what is there already. */
  void copy(int start, int count, byte[] into, int at) {
    if (start < 0 || count < 0 || start > length - count) {
      throw new Refused(PictureRefusal.DAMAGED);
    }
    System.arraycopy(content, start, into, at, count);
  }

  /** Reads from memory, and keeps no copy and no file. */
  ImageInputStreamImpl stream() {
    return new ImageInputStreamImpl() {

      @Override
      public int read() {
        bitOffset = 0;
        return streamPos < length ? content[(int) streamPos++] & 0xff : -1;
      }

      @Override
      public int read(byte[] into, int offset, int most) {
        bitOffset = 0;
        if (streamPos >= length) {
          return -1;
        }
        int count = Math.min(most, length - (int) streamPos);
        System.arraycopy(content, (int) streamPos, into, offset, count);
        streamPos += count;
        return count;
      }

      @Override
      public long length() {
        return length;
      }
    };
  }
}
