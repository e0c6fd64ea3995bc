/** Map of the house. */
@NullMarked
package dev.twostep;

import org.jspecify.annotations.NullMarked;
