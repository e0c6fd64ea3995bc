/** Codes for online portals: use cases and the ports they need. */
@NullMarked
package dev.twostep.application.portal;

import org.jspecify.annotations.NullMarked;
