/** Outside web sites whose codes are made here: what their keys are, and who gets which code. */
@NullMarked
package dev.twostep.domain.portal;

import org.jspecify.annotations.NullMarked;
