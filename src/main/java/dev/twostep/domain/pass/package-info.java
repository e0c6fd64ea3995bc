/** Temporary access by a pass that an administrator hands out. Pure; knows no Keycloak type. */
@NullMarked
package dev.twostep.domain.pass;

import org.jspecify.annotations.NullMarked;
