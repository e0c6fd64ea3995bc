/**
 * Reads codes in photos. Only headers are looked at until the size is known; the file is pared down
 * to what makes up the pixels; the JDK unpacks those, and the decoder sees them in a sandbox.
 */
@NullMarked
package dev.twostep.picture;

import org.jspecify.annotations.NullMarked;
