/** Getting a user back in who lost their factors: what is taken away, and who is told. */
@NullMarked
package dev.twostep.keycloak.recovery;

import org.jspecify.annotations.NullMarked;
