/** The host: everything that knows Keycloak. Parses, calls one use case, renders. */
@NullMarked
package dev.twostep.keycloak;

import org.jspecify.annotations.NullMarked;
