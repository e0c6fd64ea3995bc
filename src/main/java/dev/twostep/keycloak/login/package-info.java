/** The second step of a login: asks policy, asks for the factor, enrols one, offers one. */
@NullMarked
package dev.twostep.keycloak.login;

import org.jspecify.annotations.NullMarked;
