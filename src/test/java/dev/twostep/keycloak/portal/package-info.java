/** What is read of portals without a server. */
@NullMarked
package dev.twostep.keycloak.portal;

import org.jspecify.annotations.NullMarked;
