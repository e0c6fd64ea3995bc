/**
 * Reads the policy's layers out of Keycloak's cached models and writes them back; decides nothing.
 * Whatever goes wrong while reading is thrown on: the caller refuses the login.
 */
@NullMarked
package dev.twostep.keycloak.policy;

import org.jspecify.annotations.NullMarked;
