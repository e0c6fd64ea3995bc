/**
 * The benchmark: complete logins over HTTP against a production server, Twostep's next to
 * Keycloak's own in one run. What counts is the server process's CPU time; what it allocates and
 * how long users wait is told beside.
 */
@NullMarked
package dev.twostep.bench;

import org.jspecify.annotations.NullMarked;
