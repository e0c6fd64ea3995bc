package dev.twostep.channel.http;

import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.delivery.Delivery.Delivered;
import dev.twostep.domain.delivery.Delivery.Rejected;
import dev.twostep.domain.delivery.Delivery.Throttled;
import dev.twostep.domain.delivery.Delivery.Unavailable;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Optional;

/** Reads what became of a message out of an answer; reasons quote its status, never its body. */
final class GatewayAnswer {

  private final SuccessRule rule;
  private final Optional<Place> reference;
  private final Clock clock;

  GatewayAnswer(SuccessRule rule, Optional<Place> reference, Clock clock) {
    this.rule = rule;
    this.reference = reference;
    this.clock = clock;
  }

  Delivery read(HttpResponse<Optional<String>> answer) {
    int status = answer.statusCode();
    Optional<String> retryAfter = answer.headers().firstValue("Retry-After");
    if (status == 429 || (status == 503 && retryAfter.isPresent())) {
      return new Throttled(RetryAfter.pause(retryAfter, clock));
    }
    return switch (status / 100) {
      case 2 -> judged(answer);
      case 3 -> new Unavailable("answered " + status + ": redirects are not followed");
      case 4 -> new Rejected("answered " + status);
      default -> new Unavailable("answered " + status);
    };
  }

  private Optional<String> reference(Optional<String> body) {
    return reference.flatMap(
        place ->
            body.flatMap(StrictJson::read)
                .flatMap(json -> new ReceiptDocument.Json(json).at(place))
                .filter(id -> !id.isEmpty()));
  }

  private Delivery judged(HttpResponse<Optional<String>> answer) {
    return switch (rule.judge(answer.body())) {
      case TAKEN -> new Delivered(reference(answer.body()));
      case REFUSED -> new Rejected("answered " + answer.statusCode() + ", but not success");
      case UNREADABLE ->
          new Unavailable("answered " + answer.statusCode() + ", but no clear JSON", true);
    };
  }
}
