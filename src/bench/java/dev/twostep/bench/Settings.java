package dev.twostep.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long to measure, from system properties.
 *
 * @param rounds measured rounds; in each, every variant has one block of logins
 * @param warmUp rounds before them that do not count
 * @param logins logins of a block
 * @param blocks blocks of users in a realm: after so many rounds the first users come again, and
 *     nobody gets more messages than Twostep allows in ten minutes
 */
record Settings(int rounds, int warmUp, int logins, int blocks, List<Variant> variants) {

  /**
   * The part in which logins arrive and wait for nobody.
   *
   * @param logins of each variant; none leaves the part out
   * @param perSecond how many of them arrive
   */
  record Arrivals(int logins, double perSecond) {

    Duration apart() {
      return Duration.ofNanos(Math.round(1e9 / perSecond));
    }
  }

  /** With fewer rounds than this, a run is a try-out and documents nothing. */
  private static final int ENOUGH_ROUNDS = 20;

  static Settings read() {
    return new Settings(
        number("bench.rounds", 22),
        number("bench.warmup", 20),
        number("bench.logins", 40),
        number("bench.blocks", 13),
        variants(System.getProperty("bench.variants", "")));
  }

  boolean isEnough() {
    return rounds >= ENOUGH_ROUNDS && variants.size() == Variant.values().length;
  }

  int users() {
    return blocks * logins;
  }

  /** Nobody arrives twice. */
  Arrivals arrivals() {
    return new Arrivals(
        Math.min(users(), number("bench.arrivals", 500)),
        Double.parseDouble(System.getProperty("bench.arrivalsPerSecond", "20")));
  }

  /** Where to put a recording of the last variant alone; blank makes none. */
  static String flightRecording() {
    return System.getProperty("bench.flightRecording", "");
  }

  /** Blocks of logins in that recording. */
  static int recordedBlocks() {
    return number("bench.recordedBlocks", 26);
  }

  /** Extra options of the server's JVM, for a profiler. */
  static String javaOptions() {
    return System.getProperty("bench.javaOptions", "");
  }

  private static int number(String key, int otherwise) {
    return Integer.parseInt(System.getProperty(key, Integer.toString(otherwise)));
  }

  private static List<Variant> variants(String words) {
    return words.isBlank()
        ? List.of(Variant.values())
        : Arrays.stream(words.split(",", -1))
            .map(word -> Variant.valueOf(word.strip().toUpperCase(Locale.ROOT).replace('-', '_')))
            .toList();
  }
}
