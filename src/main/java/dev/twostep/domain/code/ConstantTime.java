package dev.twostep.domain.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The one comparison of secrets: how long it takes does not tell where two texts differ. */
public final class ConstantTime {

  private ConstantTime() {}

  /** Whether both are the same text. */
  public static boolean same(String secret, String typed) {
    return MessageDigest.isEqual(
        secret.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
  }
}
