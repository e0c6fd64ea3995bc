package dev.twostep.channel.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Makes the one HTTP client of a server: no redirects, TLS 1.2 or later, names always checked. */
public final class GatewayClients {

  private static final Duration CONNECT = Duration.ofSeconds(3);

  private GatewayClients() {}

  /**
   * Makes a client that gives up connecting after three seconds.
   *
   * @param trust whose certificates are believed; there is no way to believe all
   * @param answers runs what happens between a request and its answer; the client adds one thread
   *     of its own, which waits for all connections
   */
  public static HttpClient create(SSLContext trust, Executor answers) {
    SSLParameters modern = new SSLParameters();
    modern.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    return HttpClient.newBuilder()
        .executor(answers)
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NEVER)
        // An upgrade to HTTP/2 over plain http confuses small gateways.
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(trust)
        .sslParameters(modern)
        .build();
  }
}
