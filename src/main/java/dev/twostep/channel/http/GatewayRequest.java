package dev.twostep.channel.http;

import dev.twostep.application.delivery.TextMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** Writes one message as the request that the realm's templates describe. */
final class GatewayRequest {

  private GatewayRequest() {}

  /**
   * Fills all templates with one message.
   *
   * @throws IllegalArgumentException if the message does not go into a header that wants it
   */
  static HttpRequest of(HttpGatewayConfig config, TextMessage message) {
    Placeholders placeholders = Placeholders.of(config, message);
    String content = config.body().filled(placeholders);
    HttpRequest.Builder request = HttpRequest.newBuilder().timeout(config.deadline());
    if (config.method() == HttpMethod.GET) {
      request.uri(withQuery(config.uri(), content)).GET();
    } else {
      request
          .uri(config.uri())
          .setHeader("Content-Type", config.body().contentType())
          .method(config.method().name(), BodyPublishers.ofString(content));
    }
    config.headers().forEach(h -> request.setHeader(h.name(), h.filled(placeholders)));
    return request.build();
  }

  private static URI withQuery(URI uri, String query) {
    return URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + query);
  }
}
