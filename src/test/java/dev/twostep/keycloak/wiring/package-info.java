/** The wiring of one server, as far as it can be tested without one. */
@NullMarked
package dev.twostep.keycloak.wiring;

import org.jspecify.annotations.NullMarked;
