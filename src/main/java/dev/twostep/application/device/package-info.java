/** Trusting a browser, recognising it again, and asking for its passcode. */
@NullMarked
package dev.twostep.application.device;

import org.jspecify.annotations.NullMarked;
