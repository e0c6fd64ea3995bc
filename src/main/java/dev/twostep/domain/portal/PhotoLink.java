package dev.twostep.domain.portal;

import java.time.Instant;

/** What the link that brings a phone to the page for a photo is good for. */
public final class PhotoLink {

  /** Where a link stands for one browser; {@link #word()} ends message keys. */
  public enum Standing {
    /** Nobody has begun with it: to open it changes nothing. */
    READY("ready"),
    /** This browser has. */
    HERE("here"),
    /** Another browser has, and only that one goes on. */
    ELSEWHERE("elsewhere"),
    EXPIRED("expired"),
    /** Too many photos. */
    SPENT("spent"),
    /** A good photo has come. */
    OVER("over"),
    /** There is no such link: there never was, or a newer one took its place. */
    UNKNOWN("unknown");

    private final String word;

    Standing(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  private PhotoLink() {}

  /**
   * Where it stands.
   *
   * @param here whether this browser is the one that began with it
   */
  public static Standing standing(Intake intake, boolean here, Instant now) {
    return switch (intake.state()) {
      case TAKEN, READY -> Standing.OVER;
      case SENT -> intake.expires().isAfter(now) ? Standing.READY : Standing.EXPIRED;
      case STARTED -> started(intake, here, now);
    };
  }

  private static Standing started(Intake intake, boolean here, Instant now) {
    if (!intake.expires().isAfter(now)) {
      return Standing.EXPIRED;
    }
    if (!here) {
      return Standing.ELSEWHERE;
    }
    return intake.tries() >= Intake.MOST_PHOTOS ? Standing.SPENT : Standing.HERE;
  }
}
