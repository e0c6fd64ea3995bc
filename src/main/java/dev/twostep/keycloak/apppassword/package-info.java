/**
 * App passwords as stored credentials: made and taken back by their owners, good for the direct
 * grant of old applications only.
 */
@NullMarked
package dev.twostep.keycloak.apppassword;

import org.jspecify.annotations.NullMarked;
