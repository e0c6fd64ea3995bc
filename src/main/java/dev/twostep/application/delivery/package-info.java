/** Hands messages to channels: use cases and the ports they need. */
@NullMarked
package dev.twostep.application.delivery;

import org.jspecify.annotations.NullMarked;
