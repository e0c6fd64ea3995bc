package dev.twostep.bench;

/**
 * What one block of logins cost the server process, and how long its users waited.
 *
 * @param allocatedBytes not a number where the server's collector does not say
 */
record Measurement(
    int round,
    Variant variant,
    int logins,
    long cpuNanos,
    double allocatedBytes,
    Latencies latencies) {

  double millisPerLogin() {
    return cpuNanos / 1e6 / logins;
  }

  double kilobytesPerLogin() {
    return allocatedBytes / 1e3 / logins;
  }
}
