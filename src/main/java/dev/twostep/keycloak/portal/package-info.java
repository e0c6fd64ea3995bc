/** Portals of one realm: how their keys come in and are kept, and how robots get codes. */
@NullMarked
package dev.twostep.keycloak.portal;

import org.jspecify.annotations.NullMarked;
