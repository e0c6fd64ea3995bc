package dev.twostep.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A JPEG with a segment more. */
final class JpegBytes {

  private static final int ORIENTATION = 0x0112;
  private static final int EXIF_TABLE = 0x8769;
  private static final int GPS_TABLE = 0x8825;

  private JpegBytes() {}

  static byte[] with(byte[] jpeg, int marker, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(0xff);
    out.write(marker);
    out.write((data.length + 2) >> 8);
    out.write(data.length + 2);
    out.writeBytes(data);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  static byte[] exif(int orientation) {
    return table(1)
        .putShort((short) ORIENTATION)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }

  /** Its tables of positions and of settings are the table itself, and so is the next one. */
  static byte[] recursive() {
    return table(2)
        .putShort((short) EXIF_TABLE)
        .putShort((short) 4)
        .putInt(1)
        .putInt(8)
        .putShort((short) GPS_TABLE)
        .putShort((short) 4)
        .putInt(1)
        .putInt(8)
        .putInt(8)
        .array();
  }

  private static ByteBuffer table(int entries) {
    return ByteBuffer.allocate(6 + 8 + 2 + 12 * entries + 4)
        .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
        .putInt(8)
        .putShort((short) entries);
  }
}
