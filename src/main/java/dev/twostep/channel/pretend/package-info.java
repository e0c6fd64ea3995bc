/**
 * A phone for demos and tests: shows messages instead of sending them, in development mode only.
 */
@NullMarked
package dev.twostep.channel.pretend;

import org.jspecify.annotations.NullMarked;
