package dev.twostep.channel.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How one realm's gateway is called. Made by {@link #parse} only from attributes without a problem;
 * prints the host and nothing else, since keys may stand in path, query, headers and body.
 */
public record HttpGatewayConfig(
    URI uri,
    HttpMethod method,
    List<HeaderTemplate> headers,
    BodyTemplate body,
    String from,
    Secret secret,
    SuccessRule success,
    ReceiptConfig receipts,
    Duration deadline) {

  /** Bounds one send from the first byte to the last, whatever the gateway does. */
  public static final Duration LONGEST_SEND = Duration.ofSeconds(11);

  public HttpGatewayConfig {
    headers = List.copyOf(headers);
    if (deadline.isNegative() || deadline.isZero() || deadline.compareTo(LONGEST_SEND) > 0) {
      throw new IllegalArgumentException("a send takes at most " + LONGEST_SEND);
    }
  }

  /**
   * Reads the attributes of {@link HttpSettings}, all of them even after a problem.
   *
   * @param attributes with vault expressions resolved: one that is left over is a problem
   */
  public static ParsedConfig parse(Map<String, String> attributes, AllowedHosts hosts) {
    return new ConfigReader(attributes, hosts).read();
  }

  @Override
  public String toString() {
    return "HttpGatewayConfig[host=" + uri.getHost() + "]";
  }
}
