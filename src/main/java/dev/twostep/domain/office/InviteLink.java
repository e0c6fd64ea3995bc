package dev.twostep.domain.office;

import dev.twostep.domain.office.OfficeDevice.State;
import java.time.Instant;
import java.util.Optional;

/** What the link by which an employee enrols a device is good for. */
public final class InviteLink {

  /** That many wrong codes end it. */
  public static final int MOST_WRONG = 5;

  /** Where a link stands for one browser; {@link #word()} is part of message keys. */
  public enum Standing {
    /** Nobody has opened it. */
    READY("ready"),
    /** This browser has: it may see the secret until that is confirmed. */
    SHOWN("shown"),
    /** Another browser has, and only that one goes on. */
    ELSEWHERE("elsewhere"),
    EXPIRED("expired"),
    /** Too many wrong codes. */
    SPENT("spent"),
    /** Used, taken back, or replaced by a newer link. */
    OVER("over"),
    /** The device was revoked. */
    REVOKED("revoked"),
    /** There never was such a link here. */
    UNKNOWN("unknown");

    private final String word;

    Standing(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /** Whether this browser may go on with it. */
    public boolean isOpen() {
      return this == READY || this == SHOWN;
    }
  }

  /**
   * The open invitation, as this browser shows its link.
   *
   * @param started whether some browser has opened it
   * @param here whether it was this one
   */
  public record Shown(Instant expires, boolean started, boolean here, int wrong) {}

  private InviteLink() {}

  /**
   * Where it stands.
   *
   * @param shown empty if no invitation of that device has this link
   */
  public static Standing standing(State device, Optional<Shown> shown, Instant now) {
    if (device == State.REVOKED || device == State.ENDED) {
      return Standing.REVOKED;
    }
    return shown.map(link -> standing(link, now)).orElse(Standing.OVER);
  }

  private static Standing standing(Shown link, Instant now) {
    if (link.wrong() >= MOST_WRONG) {
      return Standing.SPENT;
    }
    if (!link.expires().isAfter(now)) {
      return Standing.EXPIRED;
    }
    if (!link.started()) {
      return Standing.READY;
    }
    return link.here() ? Standing.SHOWN : Standing.ELSEWHERE;
  }
}
