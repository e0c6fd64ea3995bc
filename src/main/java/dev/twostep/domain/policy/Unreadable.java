package dev.twostep.domain.policy;

/** One stored value that cannot be read, with what is wrong about it; safe to log on one line. */
public record Unreadable(String attribute, String value, String problem) {

  private static final int SHOWN = 60;

  public Unreadable {
    // The value ends up in logs and pages: no line breaks, no flood (CWE-117).
    value = value.replaceAll("\\p{C}", "?");
    value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
  }

  @Override
  public String toString() {
    return attribute + "=" + value + " " + problem;
  }
}
