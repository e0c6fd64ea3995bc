package dev.twostep.domain.policy;

/** Everything that a decision may depend on: the rules, the user, the moment. */
public record LoginFacts(Rulebook rules, Subject subject, Moment moment) {}
