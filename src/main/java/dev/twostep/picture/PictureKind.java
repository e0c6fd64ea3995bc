package dev.twostep.picture;

import dev.twostep.application.portal.PictureRefusal;
import java.util.Arrays;

/** The kinds that are read, known by their first bytes and by nothing that an upload says. */
enum PictureKind {
  JPEG("jpeg", "\u00ff\u00d8\u00ff") {
    @Override
    Pared pare(byte[] file) {
      return new JpegFile(file).pared();
    }
  },
  PNG("png", "\u0089PNG\r\n\u001a\n") {
    @Override
    Pared pare(byte[] file) {
      return new PngFile(file).pared();
    }
  },
  GIF("gif", "GIF8") {
    @Override
    Pared pare(byte[] file) {
      return new GifFile(file).pared();
    }
  };

  private final String format;
  private final String beginning;

  PictureKind(String format, String beginning) {
    this.format = format;
    this.beginning = beginning;
  }

  /** Reads the header, and leaves out whatever is no pixel. */
  abstract Pared pare(byte[] file);

  /** As the JDK calls it. */
  String format() {
    return format;
  }

  static PictureKind of(byte[] file) {
    return Arrays.stream(values())
        .filter(kind -> kind.begins(file))
        .findFirst()
        .orElseThrow(() -> new Refused(PictureRefusal.NOT_A_PICTURE));
  }

  private boolean begins(byte[] file) {
    for (int i = 0; i < beginning.length(); i++) {
      if (i >= file.length || (file[i] & 0xff) != beginning.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
