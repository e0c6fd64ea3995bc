package dev.twostep.bench;

/** What one block of logins cost the server process. */
record Measurement(int round, Variant variant, int logins, long cpuNanos) {

  double millisPerLogin() {
    return cpuNanos / 1e6 / logins;
  }
}
