package dev.twostep.channel.twilio;

import com.twilio.security.RequestValidator;
import dev.twostep.application.delivery.Callback;
import dev.twostep.application.delivery.Receipt;
import dev.twostep.channel.http.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads Twilio's status callbacks; believes only those that it has signed for this address. */
final class TwilioReceipts {

  private static final Pattern CODE = Pattern.compile("[1-9][0-9]{0,8}");

  private final Secret token;

  TwilioReceipts(Secret token) {
    this.token = token;
  }

  Receipt read(Callback callback) {
    Optional<Map<String, String>> fields = fields(callback.body());
    Optional<String> signature = callback.header("X-Twilio-Signature");
    if (token.isNone() || fields.isEmpty() || signature.isEmpty()) {
      return new Receipt.NotGenuine();
    }
    // It compares in a time that does not depend on where the two differ.
    RequestValidator validator = new RequestValidator(token.reveal());
    return validator.validate(callback.address().toString(), fields.get(), signature.get())
        ? news(fields.get())
        : new Receipt.NotGenuine();
  }

  private static Receipt news(Map<String, String> fields) {
    Optional<String> sid = first(fields, "MessageSid", "SmsSid", "CallSid").filter(Sid::isOne);
    String status = first(fields, "MessageStatus", "SmsStatus", "CallStatus").orElse("");
    return switch (TwilioStatus.of(status)) {
      case ARRIVED -> new Receipt.Arrived(sid, Optional.empty());
      case LOST -> new Receipt.Lost(sid, "twilio " + code(fields).orElse(status));
      case ON_ITS_WAY, UNKNOWN -> new Receipt.Nothing();
    };
  }

  private static Optional<String> code(Map<String, String> fields) {
    return first(fields, "ErrorCode").filter(code -> CODE.matcher(code).matches());
  }

  private static Optional<String> first(Map<String, String> fields, String... names) {
    return List.of(names).stream().filter(fields::containsKey).findFirst().map(fields::get);
  }

  /** Empty if there is no form, or a field twice: what was signed would not be what is read. */
  private static Optional<Map<String, String>> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    try {
      for (String pair : List.of(form.split("&", -1))) {
        int equals = pair.indexOf('=');
        if (equals < 1 || fields.put(decoded(pair, 0, equals), value(pair, equals)) != null) {
          return Optional.empty();
        }
      }
    } catch (IllegalArgumentException noPercentEncoding) {
      return Optional.empty();
    }
    return Optional.of(fields);
  }

  private static String value(String pair, int equals) {
    return decoded(pair, equals + 1, pair.length());
  }

  private static String decoded(String pair, int start, int end) {
    return URLDecoder.decode(pair.substring(start, end), StandardCharsets.UTF_8);
  }
}
