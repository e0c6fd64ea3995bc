/** The limits that all accounts share, with everything in memory and the clock in hand. */
@NullMarked
package dev.twostep.application.limit;

import org.jspecify.annotations.NullMarked;
