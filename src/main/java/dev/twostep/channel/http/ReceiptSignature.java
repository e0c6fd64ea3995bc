package dev.twostep.channel.http;

import dev.twostep.application.delivery.Callback;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 of a receipt's body, in hexadecimal digits, in a header that both sides agreed on.
 */
record ReceiptSignature(String header, Secret secret) {

  static final String PRESET_HEADER = "X-Signature";

  private static final String PREFIX = "sha256=";

  boolean isOn(Callback callback) {
    return callback.header(header).map(value -> matches(value, callback.body())).orElse(false);
  }

  private boolean matches(String value, String body) {
    String hex = value.strip().toLowerCase(Locale.ROOT);
    String given = hex.startsWith(PREFIX) ? hex.substring(PREFIX.length()) : hex;
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected(body).getBytes(StandardCharsets.UTF_8));
  }

  private String expected(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = secret.reveal().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks HmacSHA256", e);
    }
  }
}
