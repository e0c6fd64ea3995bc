package dev.twostep.domain.code;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The server's secret key. Codes are derived from it and stored nowhere, so every node and every
 * resend repeats them while a copy of the database alone yields none.
 */
public final class ServerKey {

  public static final int LEAST_BYTES = 32;
  private static final int DIGITS = 6;
  private static final int LINK_BYTES = 16;
  private static final String MAC = "HmacSHA256";

  private final byte[] key;

  private ServerKey(byte[] key) {
    this.key = key;
  }

  /**
   * Takes a copy of the key.
   *
   * @throws IllegalArgumentException if there are fewer than {@value #LEAST_BYTES} bytes
   */
  public static ServerKey of(byte[] key) {
    if (key.length < LEAST_BYTES) {
      throw new IllegalArgumentException("a server key has at least " + LEAST_BYTES + " bytes");
    }
    return new ServerKey(key.clone());
  }

  /** The code of one challenge, bound to its user and purpose. */
  public OneTimeCode codeOf(ChallengeId challenge, String user, Purpose purpose) {
    String bound = "code\n" + challenge.hex() + "\n" + purpose + "\n" + user;
    return Otp.truncate(mac(bound), DIGITS);
  }

  /** 128 bits for an address, of one challenge as its code is, and no more to be found anywhere. */
  public String linkOf(ChallengeId challenge, String user) {
    byte[] mac = mac("link\n" + challenge.hex() + "\n" + user);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, LINK_BYTES));
  }

  /** A keyed digest of an address, by which limits find it without the database naming it. */
  public String digestOf(String realm, String contact) {
    return HexFormat.of().formatHex(mac("contact\n" + realm + "\n" + contact));
  }

  /** A keyed digest of a pass, bound to the id under which it is kept and to its user. */
  public String sealOf(String id, String user, String pass) {
    return HexFormat.of().formatHex(mac("pass\n" + id + "\n" + user + "\n" + pass));
  }

  /** A keyed digest for one purpose, good for nothing else; only the last part may be any text. */
  public String sealed(String purpose, String... parts) {
    return HexFormat.of().formatHex(mac(purpose + "\n" + String.join("\n", parts)));
  }

  /** The same of an app password; no digest of one kind is one of the other. */
  public String appSealOf(String id, String user, String password) {
    return HexFormat.of().formatHex(mac("app password\n" + id + "\n" + user + "\n" + password));
  }

  /** Locks secrets of gateways with a key of its own, derived from this one. */
  public Locker locker(SecureRandom random) {
    return new Locker(mac("gateway secrets"), random);
  }

  /** Locks keys of portals, with yet another key of its own. */
  public Locker portalLocker(SecureRandom random) {
    return new Locker(mac("portal secrets"), random);
  }

  private byte[] mac(String message) {
    return Otp.mac(key, MAC, message.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "ServerKey[******]";
  }
}
