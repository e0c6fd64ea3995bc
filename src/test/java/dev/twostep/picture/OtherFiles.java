package dev.twostep.picture;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Files that some program or other would show as a picture. */
final class OtherFiles {

  private OtherFiles() {}

  static Stream<File> all() {
    return Stream.of(
        new File(
            "SVG",
            "<svg xmlns='http://www.w3.org/2000/svg'><image href='http://127.0.0.1:9/'/></svg>"),
        new File(
            "XML",
            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"),
        new File("HTML", "<!DOCTYPE html><img src='http://127.0.0.1:9/'>"),
        new File("PDF", "%PDF-1.7\n1 0 obj"),
        new File("TIFF, little end first", "II*\0\10\0\0\0"),
        new File("TIFF, big end first", "MM\0*\0\0\0\10"),
        new File("BMP", "BM\66\0\0\0\0\0\0\0"),
        new File("HEIC", "\0\0\0\30ftypheic\0\0\0\0"),
        new File("WebP", "RIFF\44\0\0\0WEBPVP8 "),
        new File("an address", "https://example.org/#.svg"));
  }

  record File(String kind, String content) {

    byte[] bytes() {
      return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
      return kind;
    }
  }
}
