/** What must hold of the jar alone, in a Keycloak that has nothing else. */
@NullMarked
package dev.twostep.it.bare;

import org.jspecify.annotations.NullMarked;
