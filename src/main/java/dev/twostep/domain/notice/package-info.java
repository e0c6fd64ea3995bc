/** Who is told when a factor of an account changes. */
@NullMarked
package dev.twostep.domain.notice;

import org.jspecify.annotations.NullMarked;
