package dev.twostep.bench;

/** A gateway that answers at once and a slow one, one soon after the other. */
record SlowRound(Seen quick, Seen slow) {

  /** The pages that ask for the code, and the logins of others meanwhile. */
  record Seen(Latencies pages, Latencies others) {
    Seen() {
      this(new Latencies(), new Latencies());
    }
  }
}
