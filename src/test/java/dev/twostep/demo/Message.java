package dev.twostep.demo;

import java.time.Instant;

/** An SMS or e-mail that the demo has sent. */
record Message(String kind, String to, String subject, String text, Instant at) {}
