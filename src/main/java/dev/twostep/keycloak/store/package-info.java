/** Twostep's own tables: entities, their changelog, and the ports that they implement. */
@NullMarked
package dev.twostep.keycloak.store;

import org.jspecify.annotations.NullMarked;
