package dev.twostep.domain.code;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks secrets that have to be stored where others may read (AES-256-GCM): only a server with the
 * same key unlocks one, and only for the place that it was locked for.
 */
public final class Locker {

  private static final String MARK = "locked:v1:";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random;

  Locker(byte[] key, SecureRandom random) {
    this.key = new SecretKeySpec(key, "AES");
    this.random = random;
  }

  /** Whether a text is what {@link #lock} gives, here or on another server. */
  public static boolean isLocked(String text) {
    return text.startsWith(MARK);
  }

  /** Another text every time, even for the same secret. */
  public String lock(String secret, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] hidden =
          cipher(Cipher.ENCRYPT_MODE, nonce, place)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      byte[] whole = Arrays.copyOf(nonce, nonce.length + hidden.length);
      System.arraycopy(hidden, 0, whole, nonce.length, hidden.length);
      return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this platform lacks " + CIPHER, e);
    }
  }

  /** Empty if it was locked by another key or for another place, or has been altered. */
  public Optional<String> unlock(String locked, String place) {
    try {
      byte[] whole = Base64.getUrlDecoder().decode(locked.substring(MARK.length()));
      byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
      byte[] secret =
          cipher(Cipher.DECRYPT_MODE, nonce, place)
              .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
      return Optional.of(new String(secret, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException altered) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  @Override
  public String toString() {
    return "Locker[******]";
  }
}
