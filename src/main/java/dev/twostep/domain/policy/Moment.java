package dev.twostep.domain.policy;

import java.time.Instant;

/**
 * When and how the login happens.
 *
 * @param provenThisSession a second factor was proven earlier in this session
 * @param passkeyLogin the user signed in with a passwordless passkey: possession and presence both
 */
public record Moment(Instant now, boolean provenThisSession, boolean passkeyLogin) {}
