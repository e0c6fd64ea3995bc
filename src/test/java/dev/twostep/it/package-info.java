/** Tests that need a running Keycloak with the shaded jar. */
@NullMarked
package dev.twostep.it;

import org.jspecify.annotations.NullMarked;
