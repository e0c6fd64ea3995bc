package dev.twostep.channel.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.delivery.Delivery.Unavailable;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, bounded in time by the request's own timeout and in size by 64 kB;
 * holds no thread meanwhile, and whatever goes wrong is an outage.
 */
public final class Exchange {

  private Exchange() {}

  /**
   * Sends a request.
   *
   * @param reader told the answer; its body is absent if it was too long
   */
  public static CompletionStage<Delivery> of(
      HttpClient client,
      HttpRequest request,
      Function<HttpResponse<Optional<String>>, Delivery> reader) {
    CompletableFuture<HttpResponse<Optional<String>>> exchange =
        client.sendAsync(request, headers -> new CappedBody());
    // The deadline covers the body, too: the client's own one ends with the answer's headers.
    return exchange
        .copy()
        .orTimeout(request.timeout().orElse(HttpGatewayConfig.LONGEST_SEND).toNanos(), NANOSECONDS)
        .handle(
            (answer, failure) ->
                failure == null ? reader.apply(answer) : failed(exchange, failure));
  }

  private static Delivery failed(CompletableFuture<?> exchange, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof TimeoutException) {
      exchange.cancel(true);
      return new Unavailable("no whole answer in time", true);
    }
    return unavailable(cause);
  }

  /** By type only: messages of these exceptions quote addresses and answers. */
  private static Delivery unavailable(@Nullable Throwable failure) {
    if (failure instanceof HttpConnectTimeoutException || failure instanceof ConnectException) {
      return new Unavailable("no connection");
    }
    if (failure instanceof SSLException) {
      return new Unavailable("TLS was refused");
    }
    return new Unavailable("the connection failed", true);
  }
}
