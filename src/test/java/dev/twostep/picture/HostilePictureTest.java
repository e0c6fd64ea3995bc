package dev.twostep.picture;

import static dev.twostep.application.portal.PictureRefusal.DAMAGED;
import static dev.twostep.application.portal.PictureRefusal.NOT_A_PICTURE;
import static dev.twostep.application.portal.PictureRefusal.TOO_BIG;
import static dev.twostep.application.portal.PictureRefusal.TOO_BLURRED;
import static dev.twostep.application.portal.PictureRefusal.TOO_MANY_PIXELS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.EncodeHintType;
import dev.twostep.application.portal.PictureRefusal;
import dev.twostep.application.portal.Reading;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.picture.PartOfText;
import dev.twostep.fixture.picture.QrPicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were made to be read, and to do more than that. */
class HostilePictureTest {

  private static final String TEXT =
      "otpauth://totp/Example:ann?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Example";
  private static final BufferedImage IMAGE = QrPicture.of(TEXT, 400);
  private static final Reading READ = found(TEXT);
  private static final long MEGABYTE = 1_000_000;
  private static final Photos PHOTOS = Photos.open();

  @AfterAll
  static void close() {
    PHOTOS.close();
  }

  @Test
  @DisplayName("H01 A flood of pixels is refused from the header")
  @AbuseCase("H01")
  void floodOfPixels() {
    byte[] flood = PngBytes.blank(60_000, 60_000).zeros("IDAT", MEGABYTE).end();

    assertThat(Allocated.by(() -> refused(flood, TOO_MANY_PIXELS))).isLessThan(MEGABYTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iCCP", "zTXt", "iTXt"})
  @DisplayName("H01 What a chunk beside the pixels would unpack to is never unpacked")
  @AbuseCase("H01")
  void bombBesideThePixels(String chunk) {
    byte[] plain = QrPicture.encoded(IMAGE, "png");
    byte[] bomb = PngBytes.of(plain).bomb(chunk, 200 * MEGABYTE).rest();

    assertThat(bomb).hasSizeGreaterThan(plain.length + 100_000);
    assertThat(Allocated.by(() -> unpacked(bomb)) - Allocated.by(() -> unpacked(plain)))
        .isLessThan(4 * MEGABYTE);
    assertThat(PHOTOS.read(bomb)).isEqualTo(READ);
  }

  @Test
  @DisplayName("H01 The largest picture that is read unpacks to no more than 64 MB at a time")
  @AbuseCase("H01")
  void largestPicture() {
    byte[] large = PngBytes.blank(9000, 7000).zeros("IDAT", 9001L * 7000).end();

    assertThat(Allocated.by(() -> unpacked(large))).isLessThan(64 * MEGABYTE);
    refused(PngBytes.blank(1 << 13, (1 << 13) + 1).zeros("IDAT", 1).end(), TOO_MANY_PIXELS);
  }

  @Test
  @DisplayName("H03 A picture that is something else as well is read as a picture only")
  @AbuseCase("H03")
  void polyglots() {
    byte[] html = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    byte[] jpeg = QrPicture.encoded(IMAGE, "jpeg");

    assertThat(PHOTOS.read(joined(jpeg, html))).isEqualTo(READ);
    assertThat(PHOTOS.read(JpegBytes.with(jpeg, 0xfe, html))).isEqualTo(READ);
    assertThat(PHOTOS.read(joined(QrPicture.encoded(IMAGE, "gif"), html))).isEqualTo(READ);
    assertThat(PHOTOS.read(joined(QrPicture.encoded(IMAGE, "png"), zip()))).isEqualTo(READ);
    refused("GIF89a/*".concat("*/=1;alert(1)").getBytes(StandardCharsets.UTF_8), DAMAGED);
    refused(joined(html, jpeg), NOT_A_PICTURE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  @DisplayName("H04 However the camera was held, or its picture mirrored, the code is read")
  @AbuseCase("H04")
  void orientations(int orientation) {
    byte[] jpeg = QrPicture.encoded(QrPicture.turned(IMAGE, orientation), "jpeg");

    assertThat(PHOTOS.read(jpeg)).isEqualTo(READ);
    assertThat(PHOTOS.read(JpegBytes.with(jpeg, 0xe1, JpegBytes.exif(orientation))))
        .isEqualTo(READ);
  }

  @Test
  @DisplayName("H04 What a camera adds is left out before anybody looks at it")
  @AbuseCase("H04")
  void exif() {
    byte[] jpeg = QrPicture.encoded(IMAGE, "jpeg");

    assertThat(PHOTOS.read(JpegBytes.with(jpeg, 0xe1, JpegBytes.recursive()))).isEqualTo(READ);
    assertThat(PHOTOS.read(JpegBytes.with(jpeg, 0xe1, new byte[60_000]))).isEqualTo(READ);
    assertThat(new JpegFile(JpegBytes.with(jpeg, 0xe1, new byte[60_000])).pared().bytes().length())
        .isLessThanOrEqualTo(jpeg.length);
  }

  @ParameterizedTest
  @MethodSource("dev.twostep.picture.OtherFiles#all")
  @DisplayName("H05 No other kind of file is a picture")
  @AbuseCase("H05")
  void otherKinds(OtherFiles.File file) {
    refused(file.bytes(), NOT_A_PICTURE);
  }

  @Test
  @DisplayName("H14 Several codes are told, all of them, and no part of a text is one")
  @AbuseCase("H14")
  void severalCodes() {
    BufferedImage part = PartOfText.of(TEXT, 0, 2);
    BufferedImage whole = PartOfText.of(TEXT, 0, 1);

    assertThat(PHOTOS.read(png(QrPicture.row(IMAGE, QrPicture.of("another", 400)))))
        .isInstanceOfSatisfying(
            Reading.Found.class,
            found -> assertThat(found.texts()).containsExactlyInAnyOrder(TEXT, "another"));
    assertThat(PHOTOS.read(png(QrPicture.row(IMAGE, IMAGE)))).isEqualTo(READ);
    assertThat(PHOTOS.read(png(whole))).isEqualTo(READ);
    refused(png(part), TOO_BLURRED);
    refused(png(QrPicture.row(part, PartOfText.of(TEXT, 1, 2))), TOO_BLURRED);
  }

  @Test
  @DisplayName("H14 The longest text and any charset come out as they went in")
  @AbuseCase("H14")
  void longAndForeign() {
    String longest = "x".repeat(2953);

    assertThat(PHOTOS.read(png(QrPicture.of(longest, 1000)))).isEqualTo(found(longest));
    for (String charset : new String[] {"UTF-8", "ISO-8859-2", "Shift_JIS", "Cp1251"}) {
      String text = charset.startsWith("C") ? "Пароль" : charset.startsWith("S") ? "日本" : "Łódź";
      assertThat(
              PHOTOS.read(
                  png(QrPicture.of(text, 400, Map.of(EncodeHintType.CHARACTER_SET, charset)))))
          .as(charset)
          .isEqualTo(found(text));
    }
  }

  @Test
  void whateverIsCutOffIsDamagedOrRead() {
    for (String format : new String[] {"png", "jpeg", "gif"}) {
      byte[] whole = QrPicture.encoded(IMAGE, format);
      for (int i = 0; i < 40; i++) {
        Reading reading = PHOTOS.read(Arrays.copyOf(whole, whole.length * i / 40));
        assertThat(reading)
            .satisfiesAnyOf(
                one -> assertThat(one).isEqualTo(READ),
                one -> assertThat(one).isInstanceOf(Reading.Unreadable.class));
      }
    }
    refused(new byte[15_000_001], TOO_BIG);
    refused(new byte[0], NOT_A_PICTURE);
  }

  private static void refused(byte[] file, PictureRefusal reason) {
    assertThat(PHOTOS.read(file)).isEqualTo(new Reading.Unreadable(reason));
  }

  private static void unpacked(byte[] file) {
    PictureKind kind = PictureKind.of(file);
    new Unpacking(kind, kind.pare(file)).grey();
  }

  private static Reading found(String text) {
    return new Reading.Found(List.of(text));
  }

  private static byte[] png(BufferedImage image) {
    return QrPicture.encoded(image, "png");
  }

  private static byte[] zip() {
    return new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0};
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }
}
