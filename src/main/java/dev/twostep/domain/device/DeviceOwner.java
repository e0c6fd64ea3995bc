package dev.twostep.domain.device;

/** Whose device it is: a token is good in that realm and for that user only. */
public record DeviceOwner(String realm, String user) {}
