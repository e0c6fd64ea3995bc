package dev.twostep.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A PNG put together chunk by chunk. */
final class PngBytes {

  private static final int HEADER_END = 33;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private byte[] rest = {};

  /** In grey, one byte for each pixel. */
  static PngBytes blank(int width, int height) {
    PngBytes png = new PngBytes();
    png.out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    byte[] header = {8, 0, 0, 0, 0};
    return png.chunk(
        "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(header).array());
  }

  /** The beginning of a picture; the rest of it comes last. */
  static PngBytes of(byte[] picture) {
    PngBytes png = new PngBytes();
    png.out.write(picture, 0, HEADER_END);
    png.rest = Arrays.copyOfRange(picture, HEADER_END, picture.length);
    return png;
  }

  PngBytes zeros(String type, long count) {
    return chunk(type, deflated(count));
  }

  /** Behind a name and a method, as these chunks have it. */
  PngBytes bomb(String type, long count) {
    byte[] zeros = deflated(count);
    byte[] head = type.equals("iTXt") ? new byte[] {'x', 0, 1, 0, 0, 0} : new byte[] {'x', 0, 0};
    byte[] data = Arrays.copyOf(head, head.length + zeros.length);
    System.arraycopy(zeros, 0, data, head.length, zeros.length);
    return chunk(type, data);
  }

  byte[] end() {
    return chunk("IEND", new byte[0]).out.toByteArray();
  }

  byte[] rest() {
    out.writeBytes(rest);
    return out.toByteArray();
  }

  private PngBytes chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    return this;
  }

  private static byte[] deflated(long count) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(zipped)) {
      byte[] zeros = new byte[100_000];
      for (long left = count; left > 0; left -= zeros.length) {
        deflater.write(zeros, 0, (int) Math.min(left, zeros.length));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
