package dev.twostep.channel.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an answer means that the message was taken: any 2xx, or a 2xx whose field has exactly one
 * value. A word somewhere in the answer never counts (B06).
 */
sealed interface SuccessRule {

  /** What the body of a 2xx answer says. */
  enum Verdict {
    TAKEN,
    REFUSED,
    UNREADABLE
  }

  /** Any 2xx. */
  record AnySuccess() implements SuccessRule {

    @Override
    public Verdict judge(Optional<String> body) {
      return Verdict.TAKEN;
    }
  }

  /** A 2xx with one field (RFC 6901) of one value. */
  record FieldEquals(JsonPointer field, String value) implements SuccessRule {

    @Override
    public Verdict judge(Optional<String> body) {
      return body.flatMap(StrictJson::read).map(this::judge).orElse(Verdict.UNREADABLE);
    }

    private Verdict judge(JsonNode answer) {
      JsonNode found = answer.at(field);
      boolean same = found.isValueNode() && found.asText().equals(value);
      return same ? Verdict.TAKEN : Verdict.REFUSED;
    }
  }

  Pattern SYNTAX = Pattern.compile("2xx(?:\\s+(/[^=]*)=(.+))?");

  /** The body is empty when it was longer than we read. */
  Verdict judge(Optional<String> body);

  /**
   * Reads a rule as an administrator writes it.
   *
   * @throws IllegalArgumentException with a hint if the text is no rule
   */
  static SuccessRule parse(String text) {
    Matcher matcher = SYNTAX.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("write 2xx, or 2xx /field/of/the/answer=value");
    }
    return matcher.group(1) == null
        ? new AnySuccess()
        : new FieldEquals(JsonPointer.compile(matcher.group(1)), matcher.group(2).strip());
  }
}
