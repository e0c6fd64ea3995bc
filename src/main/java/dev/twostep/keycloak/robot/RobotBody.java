package dev.twostep.keycloak.robot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.twostep.application.portal.ReportCode.Report;
import jakarta.ws.rs.core.Response.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what robots send; nothing of a text that is wrong is quoted. */
final class RobotBody {

  private static final int LARGEST = 2000;
  private static final Pattern JOB = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
  private static final String JOB_EXAMPLE =
      "Send {\"job\": \"invoices-2026-06-01\"}: 1 to 100 letters, digits, dots, colons, dashes.";
  private static final String REPORT_EXAMPLE =
      "Send {\"outcome\": \"accepted\" or \"refused\", \"portalTime\": \"2026-06-01T01:02:03Z\"};"
          + " the time is the portal's own, and may be left out.";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RobotBody() {}

  static String job(@Nullable String text) {
    JsonNode json = read(text, List.of("job"), JOB_EXAMPLE);
    return job(json.path("job").isTextual() ? json.path("job").textValue() : "", JOB_EXAMPLE);
  }

  /** The job's name in an address. */
  static String named(String job) {
    return job(job, JOB_EXAMPLE);
  }

  private static String job(String name, String example) {
    if (!JOB.matcher(name).matches()) {
      throw bad(example);
    }
    return name;
  }

  static Report report(@Nullable String text) {
    JsonNode json = read(text, List.of("outcome", "portalTime"), REPORT_EXAMPLE);
    String outcome = json.path("outcome").asText();
    if (!outcome.equals("accepted") && !outcome.equals("refused")) {
      throw bad(REPORT_EXAMPLE);
    }
    return new Report(outcome.equals("accepted"), time(json.path("portalTime")));
  }

  private static Optional<Instant> time(JsonNode json) {
    if (json.isMissingNode() || json.isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(json.asText()));
    } catch (DateTimeException e) {
      throw bad(REPORT_EXAMPLE);
    }
  }

  private static JsonNode read(@Nullable String text, List<String> known, String example) {
    try {
      JsonNode root = text == null || text.length() > LARGEST ? null : JSON.readTree(text);
      if (root != null
          && root.isObject()
          && root.properties().stream().allMatch(field -> known.contains(field.getKey()))) {
        return root;
      }
    } catch (JsonProcessingException e) {
      // Refused below: its message quotes the text.
    }
    throw bad(example);
  }

  private static RuntimeException bad(String example) {
    return Refusal.of(Status.BAD_REQUEST, "bad-request", example);
  }
}
