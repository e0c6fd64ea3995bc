/** What policy means where no page can be shown: grants of tokens, and the tokens they renew. */
@NullMarked
package dev.twostep.domain.grant;

import org.jspecify.annotations.NullMarked;
