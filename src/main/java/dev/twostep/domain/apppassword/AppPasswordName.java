package dev.twostep.domain.apppassword;

import dev.twostep.domain.factor.FactorName;

/** What a user calls an app password, as lists and messages show it. */
public final class AppPasswordName {

  private AppPasswordName() {}

  /**
   * The name as it may be shown, whoever wrote it: Keycloak's own pages store what {@link
   * FactorName} would refuse. One line of bounded length, with nothing invisible in it, and no
   * formula for whoever puts a list into a spreadsheet.
   */
  public static String shown(String stored) {
    StringBuilder kept = new StringBuilder();
    stored
        .strip()
        .codePoints()
        .map(c -> FactorName.isInvisible(c) ? ' ' : c)
        .limit(FactorName.LONGEST)
        .forEach(kept::appendCodePoint);
    String text = kept.toString().strip();
    return isFormula(text) ? "'" + text : text;
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
  }
}
