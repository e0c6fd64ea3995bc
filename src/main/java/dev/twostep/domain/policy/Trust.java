package dev.twostep.domain.policy;

import java.time.Instant;

/**
 * A device that its user trusted, genuine and alive as far as it knows itself.
 *
 * @param since when a factor was proven on it; using it never renews that
 */
public record Trust(Instant since, boolean hasPasscode) {}
