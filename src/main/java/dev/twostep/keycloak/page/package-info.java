/** Twostep's own addresses below /realms/{realm}/twostep. */
@NullMarked
package dev.twostep.keycloak.page;

import org.jspecify.annotations.NullMarked;
