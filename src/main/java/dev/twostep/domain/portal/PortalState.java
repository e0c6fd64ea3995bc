package dev.twostep.domain.portal;

import java.util.Locale;

/** What becomes of a robot that asks for a code of a portal; the words are stored and shown. */
public enum PortalState {
  /** Listed by its owner, without automatic codes. */
  LISTED,
  /** Codes are handed out. */
  ACTIVE,
  /** Its owner stopped it for a while. */
  PAUSED,
  /**
   * Stopped because the portal refused its codes; its owner lets it go on, or sets a new key up.
   */
  REFUSED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static PortalState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
