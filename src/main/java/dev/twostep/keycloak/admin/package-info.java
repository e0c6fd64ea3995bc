/**
 * The administrator's REST endpoints: parse, ask for permission, call, render. The only room that
 * chooses HTTP status codes for them.
 */
@NullMarked
package dev.twostep.keycloak.admin;

import org.jspecify.annotations.NullMarked;
