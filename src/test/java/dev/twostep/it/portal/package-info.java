/** Robots that get codes of portals. */
@NullMarked
package dev.twostep.it.portal;

import org.jspecify.annotations.NullMarked;
