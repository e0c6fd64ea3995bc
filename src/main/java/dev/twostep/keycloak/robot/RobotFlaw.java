package dev.twostep.keycloak.robot;

/** One thing that is wrong with a robot's rules, and what to do about it. */
public record RobotFlaw(String field, String problem, String hint) {}
