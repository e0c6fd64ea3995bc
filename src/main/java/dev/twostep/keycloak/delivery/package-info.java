/** Carries letters: words them from the theme and finds the realm's channel. */
@NullMarked
package dev.twostep.keycloak.delivery;

import org.jspecify.annotations.NullMarked;
