package dev.twostep.domain.device;

import dev.twostep.domain.code.ConstantTime;
import dev.twostep.domain.code.ServerKey;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a trusted browser keeps in its cookie: {@code id.secret.tag}. The tag says that this server
 * made it for that owner, the secret that it is not an old copy. Names nobody.
 */
public final class DeviceToken {

  private static final Pattern SHAPE =
      Pattern.compile("([0-9a-f]{32})\\.([0-9a-f]{64})\\.([0-9a-f]{64})");

  private final String id;
  private final String secret;
  private final String tag;

  private DeviceToken(String id, String secret, String tag) {
    this.id = id;
    this.secret = secret;
    this.tag = tag;
  }

  /** A new id for a device that was not trusted before. */
  public static String newId(SecureRandom random) {
    return hex(random, 16);
  }

  /** A token with a new secret; the one before it is from now on an old copy. */
  public static DeviceToken issue(
      ServerKey key, DeviceOwner owner, String id, SecureRandom random) {
    String secret = hex(random, 32);
    return new DeviceToken(id, secret, tag(key, owner, id, secret));
  }

  /** Empty for whatever does not look like a token; never fails. */
  public static Optional<DeviceToken> parse(@Nullable String cookie) {
    Matcher shape = SHAPE.matcher(cookie == null ? "" : cookie);
    return shape.matches()
        ? Optional.of(new DeviceToken(shape.group(1), shape.group(2), shape.group(3)))
        : Optional.empty();
  }

  /** Whether a server with that key made it for that owner. */
  public boolean isOf(DeviceOwner owner, ServerKey key) {
    return ConstantTime.same(tag(key, owner, id, secret), tag);
  }

  public String id() {
    return id;
  }

  /** The value of the cookie. */
  public String text() {
    return id + "." + secret + "." + tag;
  }

  /** What is kept of it: enough to recognise it, nothing from which it could be made. */
  public String digest(ServerKey key) {
    return key.sealed("device", id, secret);
  }

  private static String tag(ServerKey key, DeviceOwner owner, String id, String secret) {
    return key.sealed("device tag", owner.realm(), owner.user(), id, secret);
  }

  private static String hex(SecureRandom random, int bytes) {
    byte[] bits = new byte[bytes];
    random.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }

  @Override
  public String toString() {
    return "DeviceToken[******]";
  }
}
