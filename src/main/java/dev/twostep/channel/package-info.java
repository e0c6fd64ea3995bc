/**
 * The world outside that is not Keycloak: each way a message leaves the server, in its own room.
 */
@NullMarked
package dev.twostep.channel;

import org.jspecify.annotations.NullMarked;
