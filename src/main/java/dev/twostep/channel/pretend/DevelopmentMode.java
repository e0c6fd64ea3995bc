package dev.twostep.channel.pretend;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proof that this server was started for development: what needs it cannot exist elsewhere. */
public final class DevelopmentMode {

  private static final String PROFILE = "dev";

  private DevelopmentMode() {}

  /**
   * The only source of a proof.
   *
   * @param profile the profile that the server was started with; null means production
   * @param asked whether the operator switched pretending on by name (B21)
   */
  public static Optional<DevelopmentMode> proven(@Nullable String profile, boolean asked) {
    return asked && PROFILE.equals(profile) ? Optional.of(new DevelopmentMode()) : Optional.empty();
  }
}
