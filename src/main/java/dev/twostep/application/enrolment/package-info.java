/** Giving an account a factor, and putting that off. */
@NullMarked
package dev.twostep.application.enrolment;

import org.jspecify.annotations.NullMarked;
