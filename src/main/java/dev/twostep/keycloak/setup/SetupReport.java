package dev.twostep.keycloak.setup;

import java.util.List;

/** The answers of the three requests, as they appear in JSON. */
public final class SetupReport {

  private SetupReport() {}

  /** Answer of a look: {@code state} is {@code set-up}, {@code partly} or {@code none}. */
  public record Checked(String state, List<Finding> findings) {}

  /** Answer of making or repairing: nothing in {@code changed} when all was well already. */
  public record Applied(List<Change> changed, List<Finding> warnings, String state) {}

  /** Answer of putting everything back. */
  public record Undone(List<Change> changed, List<Finding> warnings) {}

  /** Answer of a refusal; Keycloak's own consoles show {@code errorMessage}. */
  public record Refused(String errorMessage, String hint) {}
}
