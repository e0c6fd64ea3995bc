package dev.twostep.domain.enrolment;

import java.time.Duration;

/** How far the clock of a phone is off, to half a minute; a negative one is slow. */
public record ClockDrift(int halfMinutes) {

  private static final double HALF_A_MINUTE = 30;

  /** The drift nearest to that duration; never none, for there is a whole time step between. */
  public static ClockDrift of(Duration off) {
    int halves = (int) Math.round(off.abs().toSeconds() / HALF_A_MINUTE);
    return new ClockDrift(Math.max(1, halves) * (off.isNegative() ? -1 : 1));
  }

  public boolean isFast() {
    return halfMinutes > 0;
  }

  /** The minutes as readers of any language write them: {@code 1½}. */
  public String minutes() {
    int halves = Math.abs(halfMinutes);
    String whole = halves < 2 ? "" : Integer.toString(halves / 2);
    return halves % 2 == 0 ? whole : whole + "½";
  }

  /** Whether these are more minutes than one. */
  public boolean isPlural() {
    return Math.abs(halfMinutes) > 2;
  }
}
