package dev.twostep.keycloak.enrolment;

import com.google.zxing.WriterException;
import dev.twostep.domain.enrolment.KeyUri;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.utils.QRCodeUtils;

/** The secret of an app as pages show it: to be scanned, opened or typed. */
public final class ShownKey {

  private static final int QR_PIXELS = 264;

  private ShownKey() {}

  /** As a map: Keycloak's FreeMarker knows no records. */
  public static Map<String, Object> of(KeyUri uri) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("qr", qr(uri.uri()));
    shown.put("uri", uri.uri());
    shown.put("secret", uri.groupedSecret());
    shown.put("issuer", uri.entry().issuer());
    shown.put("account", uri.entry().account());
    shown.put("algorithm", uri.algorithmName());
    shown.put("digits", uri.digits());
    shown.put("period", uri.period().toSeconds());
    return shown;
  }

  private static String qr(String text) {
    try {
      return QRCodeUtils.encodeAsQRString(text, QR_PIXELS, QR_PIXELS);
    } catch (WriterException e) {
      throw new IllegalStateException("the QR code cannot be drawn", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
