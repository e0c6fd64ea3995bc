/**
 * Gateways in a real Keycloak: Twilio, those of other jars, and what administrators see of them.
 */
@NullMarked
package dev.twostep.it.gateways;

import org.jspecify.annotations.NullMarked;
