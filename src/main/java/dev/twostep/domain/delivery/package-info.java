/** What became of a message, as values; and what fits into one SMS. */
@NullMarked
package dev.twostep.domain.delivery;

import org.jspecify.annotations.NullMarked;
