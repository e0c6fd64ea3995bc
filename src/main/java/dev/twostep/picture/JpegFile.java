package dev.twostep.picture;

import dev.twostep.application.portal.PictureRefusal;

/**
 * A JPEG by its segments. Everything that a camera or an editor added is left out, with it Exif:
 * its orientation is not needed, because codes are read whichever way they are turned or mirrored.
 */
final class JpegFile {

  private static final int START_OF_SCAN = 0xda;
  private static final int END = 0xd9;
  private static final int TABLES = 0xc4;
  private static final int QUANTA = 0xdb;
  private static final int RESTARTS = 0xdd;
  private static final int ADOBE = 0xee;

  /** For pictures that come in several scans the JDK keeps all coefficients in memory. */
  private static final int MOST_PIXELS_IN_SCANS = 16 << 20;

  private static final int MOST_SCANS = 24;

  private final Bytes file;
  private int frame;

  JpegFile(byte[] file) {
    this.file = Bytes.of(file);
  }

  Pared pared() {
    Copy copy = new Copy(file).keep(0, 2);
    int place = marker(2);
    while (file.at(place) != START_OF_SCAN) {
      int length = file.shortAt(place + 1);
      if (length < 2) {
        throw new Refused(PictureRefusal.DAMAGED);
      }
      look(place);
      if (isKept(file.at(place))) {
        copy.keep(place - 1, length + 2);
      }
      place = marker(place + 1 + length);
    }
    if (frame == 0) {
      throw new Refused(PictureRefusal.DAMAGED);
    }
    return Pared.of(scans(copy, place), width(), height(), components());
  }

  private int height() {
    return file.shortAt(frame + 4);
  }

  private int width() {
    return file.shortAt(frame + 6);
  }

  private int components() {
    return file.at(frame + 8);
  }

  /** The place of the code of the next segment, behind its marks. */
  private int marker(int start) {
    int place = start;
    if (file.at(place) != 0xff) {
      throw new Refused(PictureRefusal.DAMAGED);
    }
    while (file.at(place) == 0xff) {
      place++;
    }
    return place;
  }

  private void look(int place) {
    if (!isFrame(file.at(place))) {
      return;
    }
    if (frame != 0 || file.at(place) > 0xc2) {
      throw new Refused(PictureRefusal.DAMAGED);
    }
    frame = place;
    Pared.check(width(), height(), Pared.MOST_PIXELS);
  }

  private Bytes scans(Copy copy, int first) {
    int scans = file.at(first + 3) < components() ? 2 : 1;
    int place = first + 1;
    while (place < file.length() - 1 && !isMark(place, END)) {
      if (isMark(place, START_OF_SCAN)) {
        scans++;
      }
      place++;
    }
    if (scans > MOST_SCANS) {
      throw new Refused(PictureRefusal.TOO_LONG);
    }
    if (scans > 1) {
      Pared.check(width(), height(), MOST_PIXELS_IN_SCANS);
    }
    return copy.keep(first - 1, Math.min(place + 2, file.length()) - first + 1).done();
  }

  private boolean isMark(int place, int code) {
    return file.at(place) == 0xff && file.at(place + 1) == code;
  }

  private static boolean isFrame(int code) {
    return code >= 0xc0 && code <= 0xcf && code != TABLES && code != 0xc8 && code != 0xcc;
  }

  private static boolean isKept(int code) {
    return isFrame(code) || code == TABLES || code == QUANTA || code == RESTARTS || code == ADOBE;
  }
}
