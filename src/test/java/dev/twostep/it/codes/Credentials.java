package dev.twostep.it.codes;

import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Second factors as Keycloak imports them with a user. */
final class Credentials {

  private static final String APP_SECRET = "12345678901234567890";

  private Credentials() {}

  static Map<String, Object> password() {
    return Map.of("type", "password", "value", Person.PASSWORD);
  }

  static Map<String, Object> phone(String number) {
    String masked = "•••• " + number.substring(number.length() - 2);
    return of("twostep-phone", Map.of("masked", masked), Map.of("address", number));
  }

  /** An authenticator app; the user's own one is {@link #appInHand()}. */
  static Map<String, Object> app() {
    Map<String, Object> data =
        Map.of("subType", "totp", "digits", 6, "counter", 0, "period", 30, "algorithm", "HmacSHA1");
    return of("otp", data, Map.of("value", APP_SECRET));
  }

  static Totp appInHand() {
    return Totp.ofSecret(APP_SECRET.getBytes(StandardCharsets.US_ASCII));
  }

  static Map<String, Object> recoveryCodes(List<String> codes) {
    List<Map<String, Object>> hashed = new ArrayList<>();
    for (String code : codes) {
      hashed.add(Map.of("number", hashed.size() + 1, "encodedHashedValue", hash(code)));
    }
    Map<String, Object> data =
        Map.of("algorithm", "SHA-512", "remaining", codes.size(), "total", codes.size());
    return of("recovery-authn-codes", data, Map.of("codes", hashed));
  }

  private static Map<String, Object> of(String type, Object data, Object secret) {
    return Map.of(
        "type",
        type,
        "userLabel",
        "of the test",
        "createdDate",
        1,
        "credentialData",
        Json.write(data),
        "secretData",
        Json.write(secret));
  }

  private static String hash(String code) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-512").digest(code.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
