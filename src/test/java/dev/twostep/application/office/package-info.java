/** Checks of an office's codes against the ledger in memory. */
@NullMarked
package dev.twostep.application.office;

import org.jspecify.annotations.NullMarked;
