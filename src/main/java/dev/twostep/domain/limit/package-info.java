/** How often something may be tried or sent, and when it may be tried again. */
@NullMarked
package dev.twostep.domain.limit;

import org.jspecify.annotations.NullMarked;
