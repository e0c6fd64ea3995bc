package dev.twostep.application.challenge;

/** One user of one realm, by their unchangeable ids: every budget is kept under this name. */
public record Account(String realm, String user) {}
