/** One-time codes: derived, compared and spent; nothing here is ever printed. */
@NullMarked
package dev.twostep.domain.code;

import org.jspecify.annotations.NullMarked;
