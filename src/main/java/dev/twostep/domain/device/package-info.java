/**
 * Browsers that their users trust, and the passcodes that open them. Pure; knows no Keycloak type.
 */
@NullMarked
package dev.twostep.domain.device;

import org.jspecify.annotations.NullMarked;
