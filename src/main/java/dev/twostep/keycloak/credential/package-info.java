/** The factors that an account has, as Keycloak credentials. */
@NullMarked
package dev.twostep.keycloak.credential;

import org.jspecify.annotations.NullMarked;
