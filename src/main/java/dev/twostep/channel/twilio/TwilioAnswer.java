package dev.twostep.channel.twilio;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.twilio.exception.RestException;
import com.twilio.exception.TwilioException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Message;
import dev.twostep.channel.http.RetryAfter;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.delivery.Delivery.Delivered;
import dev.twostep.domain.delivery.Delivery.Throttled;
import dev.twostep.domain.delivery.Delivery.Unavailable;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what became of a message out of Twilio's answer; reasons quote numbers, never texts. */
final class TwilioAnswer {

  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private record Taken(@Nullable String sid, @Nullable Object status, @Nullable Integer error) {}

  private final boolean voice;
  private final Clock clock;

  TwilioAnswer(boolean voice, Clock clock) {
    this.voice = voice;
    this.clock = clock;
  }

  Delivery read(HttpResponse<Optional<String>> answer) {
    int status = answer.statusCode();
    if (status / 100 == 2) {
      return taken(answer.body())
          .map(this::judged)
          .orElseGet(() -> new Unavailable("answered " + status + ", but no clear JSON", true));
    }
    return refused(answer);
  }

  private Delivery judged(Taken taken) {
    String sid = taken.sid();
    if (sid == null || !Sid.isOne(sid)) {
      return new Unavailable("answered without the message's SID", true);
    }
    return switch (TwilioStatus.of(String.valueOf(taken.status()))) {
      case ON_ITS_WAY, ARRIVED -> new Delivered(Optional.of(sid));
      case LOST -> lost(taken);
      case UNKNOWN -> new Unavailable("answered with a status that is not known", true);
    };
  }

  private Delivery lost(Taken taken) {
    Integer code = taken.error();
    return code == null
        ? new Unavailable("twilio " + taken.status())
        : TwilioErrors.outcome(code, RetryAfter.pause(Optional.empty(), clock));
  }

  private Delivery refused(HttpResponse<Optional<String>> answer) {
    int status = answer.statusCode();
    Duration pause = RetryAfter.pause(answer.headers().firstValue("Retry-After"), clock);
    Optional<Integer> code = answer.body().flatMap(TwilioAnswer::code);
    if (code.filter(TwilioErrors::isKnown).isPresent()) {
      return TwilioErrors.outcome(code.get(), pause);
    }
    if (status == 429) {
      return new Throttled(pause);
    }
    String reason = code.map(TwilioErrors::reason).orElse("answered " + status);
    return new Unavailable(reason, status >= 500);
  }

  private Optional<Taken> taken(Optional<String> body) {
    try {
      return body.map(TwilioAnswer::stream).map(voice ? TwilioAnswer::call : TwilioAnswer::message);
    } catch (TwilioException e) {
      // Its message quotes the answer, which quotes the message: nobody gets to print it.
      return Optional.empty();
    }
  }

  private static @Nullable Taken message(InputStream json) {
    Message message = Message.fromJson(json, JSON);
    return message == null
        ? null
        : new Taken(message.getSid(), message.getStatus(), message.getErrorCode());
  }

  private static @Nullable Taken call(InputStream json) {
    Call call = Call.fromJson(json, JSON);
    return call == null ? null : new Taken(call.getSid(), call.getStatus(), null);
  }

  private static Optional<Integer> code(String body) {
    try {
      RestException error = RestException.fromJson(stream(body), JSON);
      return Optional.ofNullable(error).map(RestException::getCode);
    } catch (TwilioException e) {
      return Optional.empty();
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
