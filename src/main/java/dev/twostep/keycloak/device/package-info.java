/** Trusted devices in Keycloak's terms: cookie, name, hash, and who is told. */
@NullMarked
package dev.twostep.keycloak.device;

import org.jspecify.annotations.NullMarked;
