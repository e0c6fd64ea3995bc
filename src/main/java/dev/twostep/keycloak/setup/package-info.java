/**
 * Makes a realm ready for Twostep, says what is missing, and puts everything back: browser flow,
 * required actions, user profile. The plan of a flow is a value here; only readers, writers and
 * steps know Keycloak's models.
 */
@NullMarked
package dev.twostep.keycloak.setup;

import org.jspecify.annotations.NullMarked;
