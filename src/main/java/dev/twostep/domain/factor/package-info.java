/** What a user has: kinds of factors. Pure; knows no Keycloak type. */
@NullMarked
package dev.twostep.domain.factor;

import org.jspecify.annotations.NullMarked;
