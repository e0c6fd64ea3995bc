/** What offices read. */
@NullMarked
package dev.twostep.keycloak.office;

import org.jspecify.annotations.NullMarked;
