package dev.twostep.keycloak.setup;

/** One thing that setup did, in words for an administrator; never a secret. */
public record Change(String what, String detail) {}
