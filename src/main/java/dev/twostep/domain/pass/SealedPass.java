package dev.twostep.domain.pass;

import dev.twostep.domain.code.ServerKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * What is kept of an issued pass: enough to recognise it with the server's key, nothing from which
 * it could be read.
 *
 * @param id random, so that two passes of the same characters have nothing in common
 * @param seal the keyed digest of pass, id and user
 */
public record SealedPass(String id, String seal, PassTerm term) {

  /** One that nobody ever had: it is over, and asked for until an administrator issues another. */
  public static SealedPass neverIssued(String id, Instant now) {
    return new SealedPass(id, "", new PassTerm(now, now));
  }

  /** Whether this is the pass that was issued to that user; compares in constant time. */
  public boolean opensBy(Pass typed, String user, ServerKey key) {
    return MessageDigest.isEqual(
        seal.getBytes(StandardCharsets.US_ASCII),
        typed.sealedWith(key, id, user).getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "SealedPass[" + id + "]";
  }
}
