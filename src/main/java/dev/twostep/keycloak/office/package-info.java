/** Offices: their accounts, their devices, and the links by which employees enrol. */
@NullMarked
package dev.twostep.keycloak.office;

import org.jspecify.annotations.NullMarked;
