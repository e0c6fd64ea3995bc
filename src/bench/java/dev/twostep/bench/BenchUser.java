package dev.twostep.bench;

import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The n-th user of a realm; name, number and address follow from n. */
record BenchUser(int number) {

  static final String PASSWORD = "secret";

  private static final String APP_SECRET = "twostep-bench-secret";

  String name() {
    return String.format(Locale.ROOT, "user%05d", number);
  }

  String phone() {
    return "+49151" + (23_000_000 + number);
  }

  String email() {
    return name() + "@example.test";
  }

  String appCode() {
    return Totp.ofSecret(APP_SECRET.getBytes(StandardCharsets.UTF_8)).code();
  }

  /** As a realm's import wants it, with what that variant asks for. */
  Map<String, Object> representation(Variant variant) {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("username", name());
    user.put("enabled", true);
    user.put("email", email());
    user.put("emailVerified", true);
    user.put("firstName", "User");
    user.put("lastName", "Example");
    user.put("credentials", credentials(variant));
    return user;
  }

  private List<Map<String, Object>> credentials(Variant variant) {
    List<Map<String, Object>> credentials = new ArrayList<>();
    credentials.add(Map.of("type", "password", "value", PASSWORD));
    if (variant.hasApp()) {
      Map<String, Object> settings =
          Map.of("subType", "totp", "digits", 6, "period", 30, "algorithm", "HmacSHA1");
      credentials.add(credential("otp", settings, Map.of("value", APP_SECRET)));
    }
    if (variant == Variant.TWOSTEP_SMS) {
      credentials.add(
          credential("twostep-phone", Map.of("masked", "•••• 89"), Map.of("address", phone())));
    }
    return credentials;
  }

  private static Map<String, Object> credential(
      String type, Map<String, ?> readable, Map<String, ?> secret) {
    return Map.of(
        "type",
        type,
        "userLabel",
        "bench",
        "createdDate",
        1,
        "credentialData",
        Json.write(readable),
        "secretData",
        Json.write(secret));
  }
}
