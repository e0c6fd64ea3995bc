/** The limits that all accounts of a realm share: how a realm sets them, and what they watch. */
@NullMarked
package dev.twostep.keycloak.limit;

import org.jspecify.annotations.NullMarked;
