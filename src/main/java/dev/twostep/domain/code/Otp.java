package dev.twostep.domain.code;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HOTP and TOTP values (RFC 4226 §5.3, RFC 6238 §4.2) for any HMAC that the platform has. */
public final class Otp {

  private Otp() {}

  /** The value at a counter or time step; {@code algorithm} is a JCA name such as HmacSHA1. */
  public static OneTimeCode at(byte[] secret, String algorithm, long counter, int digits) {
    return truncate(
        mac(secret, algorithm, ByteBuffer.allocate(Long.BYTES).putLong(counter).array()), digits);
  }

  /** Dynamic truncation of a MAC of at least 20 bytes. */
  static OneTimeCode truncate(byte[] mac, int digits) {
    int offset = mac[mac.length - 1] & 0xf;
    int number = ByteBuffer.wrap(mac).getInt(offset) & 0x7fffffff;
    return OneTimeCode.ofNumber(number, digits);
  }

  static byte[] mac(byte[] key, String algorithm, byte[] message) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this platform lacks " + algorithm, e);
    }
  }
}
