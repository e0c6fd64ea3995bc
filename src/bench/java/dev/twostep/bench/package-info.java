/**
 * The benchmark: complete logins over HTTP against a production server, Twostep's next to
 * Keycloak's own in one run. Measures the server process's CPU time, never the clock on the wall.
 */
@NullMarked
package dev.twostep.bench;

import org.jspecify.annotations.NullMarked;
