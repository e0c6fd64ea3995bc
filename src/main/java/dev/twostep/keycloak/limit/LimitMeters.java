package dev.twostep.keycloak.limit;

import dev.twostep.domain.limit.Barring;
import io.micrometer.core.instrument.Metrics;

/** What the shared limits tell the monitoring. */
public final class LimitMeters {

  private LimitMeters() {}

  /** A message did not go out; {@code realm} is its name. */
  public static void barred(String realm, Barring reason) {
    Metrics.counter("twostep.barred", "realm", realm, "reason", reason.word()).increment();
  }

  /** Without whom or what it concerns: a meter has few names. */
  static void alert(String code) {
    int end = code.indexOf(':');
    String plain = end < 0 ? code : code.substring(0, end);
    Metrics.counter("twostep.alerts", "code", plain).increment();
  }
}
