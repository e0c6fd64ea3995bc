/** Our pages and texts, rendered inside Keycloak's own themes without a server. */
@NullMarked
package dev.twostep.theme;

import org.jspecify.annotations.NullMarked;
