/** Every way to a session, and that each keeps to the policy. */
@NullMarked
package dev.twostep.it.ways;

import org.jspecify.annotations.NullMarked;
