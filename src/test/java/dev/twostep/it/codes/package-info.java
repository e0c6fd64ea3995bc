/** Attacks on codes, and the bad days of those who carry them, against a real server. */
@NullMarked
package dev.twostep.it.codes;

import org.jspecify.annotations.NullMarked;
