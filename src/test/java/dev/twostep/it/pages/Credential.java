package dev.twostep.it.pages;

import dev.twostep.fixture.admin.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Second factors that a user of a test already has, as Keycloak imports them. */
final class Credential {

  static final String APP_SECRET = "twostep-test-secret!";

  private Credential() {}

  static Map<String, Object> password() {
    return Map.of("type", "password", "value", Person.PASSWORD);
  }

  static Map<String, Object> phone(String number) {
    String masked = "•••• " + number.substring(number.length() - 2);
    return stored("twostep-phone", masked, Map.of("masked", masked), Map.of("address", number));
  }

  static Map<String, Object> app() {
    return stored(
        "otp",
        "My app",
        Map.of("subType", "totp", "digits", 6, "period", 30, "algorithm", "HmacSHA1"),
        Map.of("value", APP_SECRET));
  }

  static Map<String, Object> recoveryCodes(List<String> codes) {
    List<Map<String, Object>> hashed =
        IntStream.range(0, codes.size())
            .mapToObj(
                i ->
                    Map.<String, Object>of(
                        "number", i + 1, "encodedHashedValue", hash(codes.get(i))))
            .toList();
    return stored(
        "recovery-authn-codes",
        "My codes",
        Map.of("algorithm", "RS512", "remaining", codes.size(), "total", codes.size()),
        Map.of("codes", hashed));
  }

  /** Good enough to be asked for; no device answers to it. */
  static Map<String, Object> lostPasskey() {
    return stored(
        "webauthn",
        "Lost key",
        Map.of(
            "aaguid", "00000000-0000-0000-0000-000000000000",
            "credentialId", "bG9zdC1rZXk",
            "counter", 0,
            "credentialPublicKey", "",
            "attestationStatementFormat", "none"),
        Map.of());
  }

  static byte[] appSecret() {
    return APP_SECRET.getBytes(StandardCharsets.UTF_8);
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

  private static Map<String, Object> stored(
      String type, String label, Object credentialData, Object secretData) {
    return Map.of(
        "type",
        type,
        "userLabel",
        label,
        "createdDate",
        1_747_612_800_000L,
        "credentialData",
        Json.write(credentialData),
        "secretData",
        Json.write(secretData));
  }
}
