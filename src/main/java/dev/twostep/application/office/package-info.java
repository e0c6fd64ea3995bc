/** Checking codes of an office's devices. */
@NullMarked
package dev.twostep.application.office;

import org.jspecify.annotations.NullMarked;
