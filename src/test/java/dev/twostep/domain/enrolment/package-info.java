/** The rules of binding an app, without any server. */
@NullMarked
package dev.twostep.domain.enrolment;

import org.jspecify.annotations.NullMarked;
