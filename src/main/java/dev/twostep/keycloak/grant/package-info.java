/**
 * Ways to tokens without a page: the direct grant with its two steps, app passwords at it, polling
 * of the device grant, and the renewal of tokens. Begin reading at {@code GrantPassword} and {@code
 * GrantStep}.
 */
@NullMarked
package dev.twostep.keycloak.grant;

import org.jspecify.annotations.NullMarked;
