package dev.twostep.domain.policy;

/** A rule that did not decide: its scope, the first condition it did not meet, and details. */
public record Loser(Scope scope, Unmet unmet, String text) {}
