/** The policy as administrators set it on a running server. */
@NullMarked
package dev.twostep.it.policy;

import org.jspecify.annotations.NullMarked;
