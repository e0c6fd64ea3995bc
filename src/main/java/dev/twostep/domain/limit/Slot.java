package dev.twostep.domain.limit;

import java.time.Instant;

/** What was counted in one fixed stretch of time that began then. */
public record Slot(Instant start, long amount) {}
