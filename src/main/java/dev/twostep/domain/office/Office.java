package dev.twostep.domain.office;

/** An office of one realm, and what its administrators chose for it. */
public record Office(String id, String name, OfficeOptions options) {}
