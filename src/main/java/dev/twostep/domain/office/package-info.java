/**
 * Offices: sets of accounts that accept the codes of the same named devices. Pure; knows no
 * Keycloak type.
 */
@NullMarked
package dev.twostep.domain.office;

import org.jspecify.annotations.NullMarked;
