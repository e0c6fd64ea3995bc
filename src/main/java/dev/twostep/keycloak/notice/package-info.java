/** Tells users what changed about their factors, over every channel that they have. */
@NullMarked
package dev.twostep.keycloak.notice;

import org.jspecify.annotations.NullMarked;
