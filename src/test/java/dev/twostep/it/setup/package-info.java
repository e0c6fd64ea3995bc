/** Setting a realm up, repairing it, and putting it back. */
@NullMarked
package dev.twostep.it.setup;

import org.jspecify.annotations.NullMarked;
