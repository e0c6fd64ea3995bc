package dev.twostep.domain.policy;

/**
 * A scope and what it sets.
 *
 * @param depth of a group: 1 for a top-level one, one more for each parent; 0 for other scopes
 */
public record ScopeLayer(Scope scope, int depth, Layer layer) {}
