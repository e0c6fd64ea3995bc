package dev.twostep.domain.policy;

import java.time.Duration;

/** That a device may be trusted: for how long, and with which passcode. */
public record Trusting(Duration lasts, Passcode passcode) {}
