/** That the drivers and doubles of the tests do what they promise, on a real Keycloak. */
@NullMarked
package dev.twostep.it.environment;

import org.jspecify.annotations.NullMarked;
