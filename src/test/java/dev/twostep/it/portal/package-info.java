/** Portals of a running server: how keys come in, and robots that get codes. */
@NullMarked
package dev.twostep.it.portal;

import org.jspecify.annotations.NullMarked;
